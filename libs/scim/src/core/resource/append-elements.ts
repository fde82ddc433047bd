import { foldText } from '../filter/fold-text.js';
import { isComplex } from '../filter/is-complex.js';
import type { Attribute } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import { keepOnePrimary } from './keep-one-primary.js';
import type { ScimComplex, ScimValue } from './resource.js';
import { isSameValue } from './same-value.js';

/**
 * The elements and the added ones behind them (RFC 7644 §3.5.2.1). No pair of `value` and `type` stands twice (RFC 7643
 * §2.4): what is added to a pair that is there becomes part of it.
 * @returns `elements` itself when nothing is new
 */
export function appendElements(
  attribute: Attribute,
  elements: readonly ScimValue[],
  added: readonly ScimValue[],
): readonly ScimValue[] {
  const next = [...elements];
  const touched = new Set<ScimValue>();
  for (const element of added) {
    const at = next.findIndex((known) => isSameElement(attribute, known, element));
    const known = next[at];
    const joint = known === undefined ? element : joined(known, element);
    next[known === undefined ? next.length : at] = joint;
    touched.add(joint);
  }
  return keptIfSame(elements, keepOnePrimary(next, touched));
}

/** `before` instead of `after` when they have the very same elements. */
export const keptIfSame = (before: readonly ScimValue[], after: readonly ScimValue[]): readonly ScimValue[] =>
  before.length === after.length && before.every((element, index) => element === after[index]) ? before : after;

function joined(known: ScimValue, added: ScimValue): ScimValue {
  if (!isComplex(known) || !isComplex(added)) return known;
  const both = { ...known, ...added };
  return isSameValue(both, known) ? known : both;
}

function isSameElement(attribute: Attribute, one: ScimValue, other: ScimValue): boolean {
  if (!isComplex(one) || !isComplex(other) || one['value'] === undefined) return isSameValue(one, other);
  return isSamePart(attribute, 'value', one, other) && isSamePart(attribute, 'type', one, other);
}

/** Whether two elements have the same sub-attribute, in the same case where the schema asks for it. */
export function isSamePart(attribute: Attribute, name: string, one: ScimComplex, other: ScimComplex): boolean {
  const [a, b] = [one[name], other[name]];
  if (typeof a !== 'string' || typeof b !== 'string') return isSameValue(a, b);
  return (
    a === b || (!canonicalAttribute(attribute.subAttributes ?? [], name)?.caseExact && foldText(a) === foldText(b))
  );
}
