import type { Attribute } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import type { NoteLeniency } from './leniency.js';

/**
 * Entra ID gives the manager's id as bare text where the schema has an object with a `value`.
 * https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/541 · https://github.com/thomaspoignant/scim-patch/issues/453
 */
export function toReferenceObject(attribute: Attribute, value: unknown, note: NoteLeniency): unknown {
  if (typeof value !== 'string' || !canonicalAttribute(attribute.subAttributes ?? [], 'value')) return value;
  note('manager-shape');
  return { value };
}
