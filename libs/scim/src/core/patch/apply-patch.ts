import type { NoteLeniency } from '../dialects/leniency.js';
import { applyChanges } from '../resource/apply-changes.js';
import { checkRequired } from '../resource/check-required.js';
import type { ScimComplex } from '../resource/resource.js';
import { isSameValue } from '../resource/same-value.js';
import type { ResourceType } from '../schema/attribute.js';
import { followNameParts } from './follow-name-parts.js';
import { boundEffort } from './patch-effort.js';
import type { PatchOperation } from './patch-operation.js';

/**
 * The attributes after all operations, one after the other (RFC 7644 §3.5.2). What it is given stays as it is, so that an
 * operation which fails leaves nothing behind.
 * @returns `attributes` itself when nothing changed in the end
 * @throws ScimError `mutability` for another value of a read-only or immutable attribute, `noTarget` where no element
 *   matches and none can be made, `invalidValue` for too many elements, for one without a required part, and for
 *   operations that together cost too much
 */
export function applyPatch(
  attributes: ScimComplex,
  operations: readonly PatchOperation[],
  type: ResourceType,
  note: NoteLeniency,
): ScimComplex {
  const spend = boundEffort();
  const changed = operations.reduce<ScimComplex>((current, { mode, changes }) => {
    spend(changes, current);
    return applyChanges(current, changes, mode, note);
  }, attributes);
  const patched = followNameParts(attributes, changed, operations);
  if (isSameValue(patched, attributes)) return attributes;
  checkRequired(patched, type);
  return patched;
}
