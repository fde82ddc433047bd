import type { NoteLeniency } from '../dialects/leniency.js';
import { toOne } from '../dialects/one-or-many.js';
import { ScimError } from '../errors/scim-error.js';
import type { Changes } from '../resource/change.js';
import { isJsonObject } from '../resource/json-object.js';
import { readChanges } from '../resource/read-changes.js';
import { STATUS } from '../resource/status.js';
import type { ResourceType } from '../schema/attribute.js';
import type { PatchOperation } from './patch-operation.js';
import { readOperations, type SentOperation } from './read-operations.js';
import { readPathChange } from './read-path-change.js';
import { readRemoval } from './read-removal.js';

/**
 * The operations of a PATCH (RFC 7644 §3.5.2), each as the changes that it asks for. What they do depends on the resource
 * only where `applyPatch` says so.
 * @throws ScimError `invalidSyntax` for a body that is no PatchOp, `noTarget` for a removal without a path, `invalidPath`,
 *   `invalidFilter`, `mutability` and `invalidValue` as the operations have it
 */
export const readPatch = (body: unknown, type: ResourceType, note: NoteLeniency): readonly PatchOperation[] =>
  readOperations(body, note).map((operation) => toPatchOperation(operation, type, note));

/** One operation, as `readPatch` reads each of them. */
export function toPatchOperation(
  { verb, path, value }: SentOperation,
  type: ResourceType,
  note: NoteLeniency,
): PatchOperation {
  if (verb === 'remove') return { mode: 'replace', changes: readRemoval(path, value, type, note) };
  const changes = path === undefined ? readWhole(value, type, note) : readPathChange(path, value, type, note);
  const status = changes.get(STATUS);
  if (status?.kind === 'value' && status.value === undefined) {
    throw ScimError.invalidValue(`${STATUS} must be true or false.`);
  }
  return { mode: verb, changes };
}

/** RFC 7644 §3.5.2.1, §3.5.2.3: without a path, the value is an object of attributes. */
function readWhole(value: unknown, type: ResourceType, note: NoteLeniency): Changes {
  note('path-less-patch');
  const object = toOne(value, note);
  if (!isJsonObject(object)) throw ScimError.invalidValue('Without a path, the value must be an object of attributes.');
  // authentik sends `id` and `schemas` along: authentik/providers/scim/clients/groups.py.
  return readChanges(object, type, note, () => note('read-only-attribute'));
}
