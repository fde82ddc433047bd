import { foldText } from '../filter/fold-text.js';
import type { Attribute } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import type { ScimComplex, ScimValue } from './resource.js';

/** The sub-attribute of an element, the same for all that the schema takes for equal: folded unless it is case exact. */
export function toComparable(attribute: Attribute, name: string, element: ScimComplex): ScimValue | undefined {
  const value = element[name];
  const isFolded = typeof value === 'string' && !canonicalAttribute(attribute.subAttributes ?? [], name)?.caseExact;
  return isFolded ? foldText(value) : value;
}
