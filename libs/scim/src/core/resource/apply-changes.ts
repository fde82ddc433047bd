import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import { isComplex } from '../filter/is-complex.js';
import type { Attribute } from '../schema/attribute.js';
import { appendElements } from './append-elements.js';
import { type Change, type Changes, isWithoutValue } from './change.js';
import { changeElements, dropElements, withoutElements } from './change-elements.js';
import { RESOURCE_LIMITS } from './limits.js';
import type { ScimComplex, ScimValue } from './resource.js';
import { isList, isSameValue } from './same-value.js';

/** Whether new elements stand beside the present ones or instead of them (RFC 7644 §3.5.2.1, §3.5.2.3). */
export type ChangeMode = 'add' | 'replace';

/**
 * The object after the changes; neither it nor anything in it is written to. What has lost its last element or
 * sub-attribute is unassigned.
 * @returns `current` itself when nothing changed
 * @throws ScimError `mutability` for another value of an immutable or read-only attribute, `noTarget` where no element
 *   matches and none can be made, `invalidValue` for too many elements
 */
export function applyChanges(
  current: ScimComplex,
  changes: Changes,
  mode: ChangeMode,
  note: NoteLeniency,
): ScimComplex {
  const next: Record<string, ScimValue> = { ...current };
  let isChanged = false;
  for (const [name, change] of changes) {
    const before = current[name];
    const after = applyChange(before, change, mode, note);
    if (after === before) continue;
    isChanged = true;
    if (after === undefined) Reflect.deleteProperty(next, name);
    else next[name] = checkedCount(change.attribute, after);
  }
  return isChanged ? next : current;
}

function applyChange(
  before: ScimValue | undefined,
  change: Change,
  mode: ChangeMode,
  note: NoteLeniency,
): ScimValue | undefined {
  switch (change.kind) {
    case 'value':
      return checkedImmutable(change.attribute, before, assigned(before, change, mode));
    case 'within': {
      if (isWithoutValue(change.changes)) return undefined;
      return orUnassigned(applyChanges(isComplex(before) ? before : {}, change.changes, mode, note));
    }
    case 'elements': {
      const changed = (element: ScimComplex) => applyChanges(element, change.changes, mode, note);
      return orUnassigned(changeElements(toElements(before), change, changed, note));
    }
    case 'drop':
      return orUnassigned(dropElements(toElements(before), change));
    case 'without':
      return orUnassigned(withoutElements(toElements(before), change));
    case 'same':
      if (isSameValue(before, change.value)) return before;
      throw ScimError.mutability(`${change.attribute.name} is read-only.`);
    default:
      return change satisfies never;
  }
}

function assigned(
  before: ScimValue | undefined,
  { attribute, value }: Extract<Change, { kind: 'value' }>,
  mode: ChangeMode,
): ScimValue | undefined {
  if (mode === 'add' && isList(value)) return appendElements(attribute, toElements(before), value);
  return isSameValue(before, value) ? before : value;
}

const NO_ELEMENTS: readonly ScimValue[] = [];
const toElements = (value: ScimValue | undefined) => (isList(value) ? value : NO_ELEMENTS);

const orUnassigned = (value: ScimComplex | readonly ScimValue[]) => (Object.keys(value).length > 0 ? value : undefined);

function checkedImmutable(attribute: Attribute, before: ScimValue | undefined, after: ScimValue | undefined) {
  if (attribute.mutability === 'immutable' && before !== undefined && after !== before) {
    throw ScimError.mutability(`${attribute.name} is immutable: it cannot change once it has a value.`);
  }
  return after;
}

function checkedCount(attribute: Attribute, value: ScimValue): ScimValue {
  if (isList(value) && value.length > RESOURCE_LIMITS.elements) {
    throw ScimError.invalidValue(`${attribute.name} would have more than ${RESOURCE_LIMITS.elements} elements.`);
  }
  return value;
}
