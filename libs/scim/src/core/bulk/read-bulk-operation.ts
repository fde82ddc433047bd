import { readMembers } from '../dialects/message-members.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject } from '../resource/json-object.js';
import type { ResourceType } from '../schema/attribute.js';
import { BULK_ID_PREFIX, type BulkOperation } from './bulk-operation.js';

/** The longest `bulkId`, in UTF-16 code units. */
export const BULK_ID_LIMIT = 256;

const METHODS = new Map((['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => [method as string, method]));

/**
 * One of the operations of a Bulk request (RFC 7644 §3.7), on resources of one of these types.
 * @throws ScimError `invalidSyntax` for what has not the members that its method needs, `invalidValue` for a path that
 *   leads elsewhere
 */
export function readBulkOperation(sent: unknown, types: readonly ResourceType[], note: NoteLeniency): BulkOperation {
  if (!isJsonObject(sent)) throw ScimError.invalidSyntax('Each of the Operations must be an object.');
  const members = readMembers(sent, ['method', 'path', 'bulkId', 'version', 'data'], note);
  const method = readMethod(members.method, note);
  const { type, id } = readPath(members.path, types);
  if (method === 'POST') {
    if (id !== undefined) throw ScimError.invalidValue(`A POST goes to ${type.endpoint}, without an id.`);
    return { method, type, bulkId: readBulkId(members.bulkId), data: readBody(members.data) };
  }
  if (id === undefined)
    throw ScimError.invalidValue(`A ${method} needs the path of one resource: ${type.endpoint}/id.`);
  const existing = { type, id, ...readVersion(members.version) };
  if (method !== 'DELETE') return { ...existing, method, data: readBody(members.data) };
  if (isThere(members.data)) throw ScimError.invalidSyntax('A DELETE has no data.');
  return { ...existing, method };
}

function readMethod(sent: unknown, note: NoteLeniency) {
  const method = typeof sent === 'string' ? METHODS.get(sent.toUpperCase()) : undefined;
  if (!method) throw ScimError.invalidSyntax('Each of the Operations must have a method: POST, PUT, PATCH or DELETE.');
  if (method !== sent) note('method-case');
  return method;
}

/** RFC 7644 §3.7: relative to the base URL; a resource type's endpoint, or a resource's. */
function readPath(sent: unknown, types: readonly ResourceType[]): { type: ResourceType; id?: string } {
  if (typeof sent !== 'string') throw ScimError.invalidSyntax('Each of the Operations must have a path.');
  const path = sent.startsWith('/') ? sent : `/${sent}`;
  const type = types.find(({ endpoint }) => path === endpoint || path.startsWith(`${endpoint}/`));
  const id = type && path.slice(type.endpoint.length + 1);
  if (!type || id === undefined || !(id.startsWith(BULK_ID_PREFIX) || SEGMENT.test(id))) {
    const endpoints = types.map(({ endpoint }) => endpoint).join(' or ');
    throw ScimError.invalidValue(`A path leads to ${endpoints}, or to one resource below, and has no query.`);
  }
  return id === '' ? { type } : { type, id };
}

const SEGMENT = /^[^/?#]*$/;

function readBulkId(sent: unknown): string {
  if (typeof sent === 'string' && sent !== '' && sent.length <= BULK_ID_LIMIT) return sent;
  throw ScimError.invalidSyntax(`A POST needs a bulkId: a text of at most ${BULK_ID_LIMIT} characters.`);
}

function readBody(sent: unknown): unknown {
  if (isThere(sent)) return sent;
  throw ScimError.invalidSyntax('A POST, PUT or PATCH needs data: what would be the body of the single request.');
}

function readVersion(sent: unknown): { version?: string } {
  if (!isThere(sent)) return {};
  if (typeof sent !== 'string') throw ScimError.invalidSyntax('A version must be a text: the ETag of the resource.');
  return { version: sent };
}

const isThere = (sent: unknown) => sent !== undefined && sent !== null;
