import type { NoteLeniency } from '../dialects/leniency.js';
import { readMembers } from '../dialects/message-members.js';
import { toOne } from '../dialects/one-or-many.js';
import { checkSchemas } from '../dialects/schemas.js';
import { ScimError } from '../errors/scim-error.js';
import type { Changes } from '../resource/change.js';
import { isJsonObject } from '../resource/json-object.js';
import { readChanges } from '../resource/read-changes.js';
import { STATUS } from '../resource/status.js';
import type { ResourceType } from '../schema/attribute.js';
import type { PatchOperation } from './patch-operation.js';
import { readPathChange } from './read-path-change.js';
import { readRemoval } from './read-removal.js';

/** The most operations that one PATCH may have. */
export const PATCH_OPERATION_LIMIT = 1000;

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * The operations of a PATCH (RFC 7644 §3.5.2), each as the changes that it asks for. What they do depends on the resource
 * only where `applyPatch` says so.
 * @throws ScimError `invalidSyntax` for a body that is no PatchOp, `noTarget` for a removal without a path, `invalidPath`,
 *   `invalidFilter`, `mutability` and `invalidValue` as the operations have it
 */
export function readPatch(body: unknown, type: ResourceType, note: NoteLeniency): readonly PatchOperation[] {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body must be one object: a PatchOp.');
  checkSchemas(body, [PATCH_OP], note);
  const { Operations: operations } = readMembers(body, ['Operations'], note);
  if (!Array.isArray(operations)) throw ScimError.invalidSyntax('The body must have Operations, a list.');
  if (operations.length > PATCH_OPERATION_LIMIT) {
    throw ScimError.invalidValue(`There are more than ${PATCH_OPERATION_LIMIT} Operations: send them in parts.`);
  }
  // Entra ID sends an empty list now and then: https://github.com/better-auth/better-auth (packages/scim/CHANGELOG.md).
  if (operations.length === 0) note('empty-operations');
  return operations.map((operation) => readOperation(operation, type, note));
}

function readOperation(operation: unknown, type: ResourceType, note: NoteLeniency): PatchOperation {
  if (!isJsonObject(operation)) throw ScimError.invalidSyntax('Each of the Operations must be an object.');
  const { op, path, value } = readMembers(operation, ['op', 'path', 'value'], note);
  const verb = readVerb(op, note);
  const target = readPathText(path);
  if (verb === 'remove') return { mode: 'replace', changes: readRemoval(target, value, type, note) };
  if (value === undefined) throw ScimError.invalidValue(`An operation "${verb}" needs a value.`);
  const changes = target === undefined ? readWhole(value, type, note) : readPathChange(target, value, type, note);
  const status = changes.get(STATUS);
  if (status?.kind === 'value' && status.value === undefined) {
    throw ScimError.invalidValue(`${STATUS} must be true or false.`);
  }
  return { mode: verb, changes };
}

const VERBS = new Map((['add', 'remove', 'replace'] as const).map((verb) => [verb as string, verb]));

/** Entra ID capitalises them: https://github.com/ssoready/ssoready/pull/159. */
function readVerb(op: unknown, note: NoteLeniency) {
  const verb = typeof op === 'string' ? VERBS.get(op.toLowerCase()) : undefined;
  if (!verb) throw ScimError.invalidSyntax('Each of the Operations must have an op: add, remove or replace.');
  if (verb !== op) note('op-case');
  return verb;
}

function readPathText(path: unknown): string | undefined {
  if (path === undefined || path === null || path === '') return undefined;
  if (typeof path !== 'string') throw ScimError.invalidPath('A path must be text.');
  return path;
}

/** RFC 7644 §3.5.2.1, §3.5.2.3: without a path, the value is an object of attributes. */
function readWhole(value: unknown, type: ResourceType, note: NoteLeniency): Changes {
  const object = toOne(value, note);
  if (!isJsonObject(object)) throw ScimError.invalidValue('Without a path, the value must be an object of attributes.');
  // authentik sends `id` and `schemas` along: authentik/providers/scim/clients/groups.py.
  return readChanges(object, type, note, () => note('read-only-attribute'));
}
