import { isComplex } from '../filter/is-complex.js';
import type { Attribute } from '../schema/attribute.js';
import { keepOnePrimary } from './keep-one-primary.js';
import type { ScimValue } from './resource.js';
import { isSameValue } from './same-value.js';
import { toComparable } from './to-comparable.js';

/**
 * The elements and the added ones behind them (RFC 7644 §3.5.2.1). No pair of `value` and `type` stands twice (RFC 7643
 * §2.4): what is added to a pair that is there becomes part of it. Linear in the number of elements.
 * @returns `elements` itself when nothing is new
 */
export function appendElements(
  attribute: Attribute,
  elements: readonly ScimValue[],
  added: readonly ScimValue[],
): readonly ScimValue[] {
  if (elements.length === 0 && added.length < 2) return added;
  const next = [...elements];
  const places = new Map<string, number>();
  for (const [place, element] of elements.entries()) {
    const identity = identityOf(attribute, element);
    if (!places.has(identity)) places.set(identity, place);
  }
  const touched = new Set<ScimValue>();
  for (const element of added) {
    const identity = identityOf(attribute, element);
    const place = places.get(identity) ?? next.length;
    const joint = joined(next[place], element);
    places.set(identity, place);
    next[place] = joint;
    touched.add(joint);
  }
  return keptIfSame(elements, keepOnePrimary(next, touched));
}

/** `before` instead of `after` when they have the very same elements. */
export const keptIfSame = (before: readonly ScimValue[], after: readonly ScimValue[]): readonly ScimValue[] =>
  before.length === after.length && before.every((element, index) => element === after[index]) ? before : after;

/** The same text for elements that are one: by `value` and `type`, or, without `value`, by all that they have. */
function identityOf(attribute: Attribute, element: ScimValue): string {
  if (!isComplex(element)) return JSON.stringify(element);
  const names = element['value'] === undefined ? Object.keys(element).sort() : ['value', 'type'];
  return JSON.stringify(names.map((name) => [name, toComparable(attribute, name, element)]));
}

function joined(known: ScimValue | undefined, added: ScimValue): ScimValue {
  if (known === undefined) return added;
  if (!isComplex(known) || !isComplex(added)) return known;
  const both = { ...known, ...added };
  return isSameValue(both, known) ? known : both;
}
