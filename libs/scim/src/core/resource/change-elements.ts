import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { CheckedFilter } from '../filter/filter.js';
import { isComplex } from '../filter/is-complex.js';
import { matches } from '../filter/matches.js';
import { searchElement } from '../filter/search-document.js';
import type { Attribute } from '../schema/attribute.js';
import { appendElements, keptIfSame } from './append-elements.js';
import { type Change, type Changes, isWithoutValue } from './change.js';
import { keepOnePrimary } from './keep-one-primary.js';
import type { ScimComplex, ScimValue } from './resource.js';
import { isSameValue } from './same-value.js';
import { toComparable } from './to-comparable.js';

type Elements = readonly ScimValue[];
type ElementsChange = Extract<Change, { kind: 'elements' }>;

/**
 * The elements, those that match changed by `changed` (RFC 7644 §3.5.2.3). When none does, one is made of what the filter
 * asks for: Entra ID adds and replaces `emails[type eq "work"].value` without asking whether there is such an e-mail.
 * https://github.com/thomaspoignant/scim-patch/issues/176 · https://github.com/better-auth/better-auth/pull/10682
 * @returns `elements` itself when nothing changed
 * @throws ScimError `noTarget` when the filter does not say what the element would be
 */
export function changeElements(
  elements: Elements,
  change: ElementsChange,
  changed: (element: ScimComplex) => ScimComplex,
  note: NoteLeniency,
): Elements {
  const isWanted = toPredicate(change);
  if (!elements.some(isWanted)) return withCreated(elements, change, changed, note);
  if (isWithoutValue(change.changes)) return elements.filter((element) => !isWanted(element));
  const touched = new Set<ScimValue>();
  const next = elements.map((element) => {
    if (!isComplex(element) || !isWanted(element)) return element;
    const after = changed(element);
    touched.add(after);
    return after;
  });
  return keptIfSame(elements, keepOnePrimary(next.filter(isAssigned), touched));
}

const isAssigned = (element: ScimValue) => !isComplex(element) || Object.keys(element).length > 0;

/** The elements without those that match; the same array when none does (RFC 7644 §3.5.2.2). */
export function dropElements(elements: Elements, change: Extract<Change, { kind: 'drop' }>): Elements {
  const isWanted = toPredicate(change);
  return elements.some(isWanted) ? elements.filter((element) => !isWanted(element)) : elements;
}

/**
 * The elements without those that one of the given ones stands for: it has the same in all that it says, apart from how
 * the element is shown, referred to and preferred. The same array when there is none.
 */
export function withoutElements(
  elements: Elements,
  { attribute, values }: Extract<Change, { kind: 'without' }>,
): Elements {
  const isNamed = (element: ScimValue) => values.some((value) => standsFor(attribute, value, element));
  return elements.some(isNamed) ? elements.filter((element) => !isNamed(element)) : elements;
}

function toPredicate({ attribute, where }: { attribute: Attribute; where?: CheckedFilter }) {
  return (element: ScimValue) => !where || matches(where, searchElement(element, attribute));
}

function withCreated(
  elements: Elements,
  { attribute, where, seed, changes }: ElementsChange,
  changed: (element: ScimComplex) => ScimComplex,
  note: NoteLeniency,
): Elements {
  if (isWithoutValue(changes) || !assigns(changes)) return elements;
  if (where && !seed) {
    throw ScimError.noTarget('No element matches the filter in the path, and the filter does not say how to make one.');
  }
  if (where) note('created-missing-element');
  return appendElements(attribute, elements, [changed(seed ?? {})]);
}

const assigns = (changes: Changes) =>
  [...changes.values()].some((change) => change.kind !== 'value' || change.value !== undefined);

const DESCRIPTIVE: ReadonlySet<string> = new Set(['display', '$ref', 'primary']);

function standsFor(attribute: Attribute, value: ScimValue, element: ScimValue): boolean {
  if (!isComplex(value) || !isComplex(element)) return isSameValue(value, element);
  const names = Object.keys(value);
  const telling = names.filter((name) => !DESCRIPTIVE.has(name));
  return (telling.length > 0 ? telling : names).every((name) => {
    return isSameValue(toComparable(attribute, name, value), toComparable(attribute, name, element));
  });
}
