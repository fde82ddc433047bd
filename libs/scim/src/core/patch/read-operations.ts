import type { NoteLeniency } from '../dialects/leniency.js';
import { readMembers } from '../dialects/message-members.js';
import { checkSchemas } from '../dialects/schemas.js';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject } from '../resource/json-object.js';

/** The most operations that one PATCH may have. */
export const PATCH_OPERATION_LIMIT = 1000;

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** One operation of a PATCH before anybody knows what its path and value mean. */
export interface SentOperation {
  readonly verb: 'add' | 'remove' | 'replace';
  /** Absent when it was empty. */
  readonly path?: string;
  /** Always there for `add` and `replace`. */
  readonly value?: unknown;
}

/**
 * The operations in the body of a PATCH (RFC 7644 §3.5.2).
 * @throws ScimError `invalidSyntax` for a body that is no PatchOp, `invalidPath` for a path that is no text,
 *   `invalidValue` for an operation without value and for too many of them
 */
export function readOperations(body: unknown, note: NoteLeniency): readonly SentOperation[] {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body must be one object: a PatchOp.');
  checkSchemas(body, [PATCH_OP], note);
  const { Operations: operations } = readMembers(body, ['Operations'], note);
  if (!Array.isArray(operations)) throw ScimError.invalidSyntax('The body must have Operations, a list.');
  if (operations.length > PATCH_OPERATION_LIMIT) {
    throw ScimError.invalidValue(`There are more than ${PATCH_OPERATION_LIMIT} Operations: send them in parts.`);
  }
  // Entra ID sends an empty list now and then: https://github.com/better-auth/better-auth (packages/scim/CHANGELOG.md).
  if (operations.length === 0) note('empty-operations');
  return operations.map((operation) => readOperation(operation, note));
}

function readOperation(operation: unknown, note: NoteLeniency): SentOperation {
  if (!isJsonObject(operation)) throw ScimError.invalidSyntax('Each of the Operations must be an object.');
  const { op, path, value } = readMembers(operation, ['op', 'path', 'value'], note);
  const verb = readVerb(op, note);
  const target = readPathText(path);
  if (verb !== 'remove' && value === undefined) throw ScimError.invalidValue(`An operation "${verb}" needs a value.`);
  return { verb, value, ...(target !== undefined && { path: target }) };
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
