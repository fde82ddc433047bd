import { notedIn, type NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { findAttribute, findBelow, findWithin } from '../schema/find-attribute.js';
import { checkValue } from './check-value.js';
import type { AttributePath, AttributeTarget, CheckedFilter, Filter } from './filter.js';
import { toValueTarget } from './value-target.js';

type Find = (path: AttributePath) => AttributeTarget | undefined;

/**
 * Gives every path of a filter the attribute that it names in resources of that type, and every value the attribute's type
 * and case. A `has` remains only on multi-valued attributes; `eq null` becomes `not pr`, for unassigned and null are one
 * state (RFC 7643 §2.5).
 * @throws ScimError 400 `invalidFilter` for an unknown attribute, an operator that its type does not have (RFC 7644
 *   §3.4.2.2, table 3), or a value of another type
 */
export function checkFilter(filter: Filter, type: ResourceType, note: NoteLeniency): CheckedFilter {
  const noteHere = notedIn('filter', note);
  return check(filter, (path) => findAttribute(type, path, noteHere), noteHere);
}

/**
 * Like `checkFilter`, for what stands in the brackets of a PATCH path behind that attribute: paths start at one of its
 * elements.
 * @throws ScimError 400 `invalidFilter`
 */
export function checkWhere(where: Filter, attribute: Attribute, note: NoteLeniency): CheckedFilter {
  return check(where, findAmong(getSubAttributes(attribute)), notedIn('filter', note));
}

function check(filter: Filter, find: Find, note: NoteLeniency): CheckedFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, operands: filter.operands.map((operand) => check(operand, find, note)) };
    case 'not':
      return { kind: 'not', operand: check(filter.operand, find, note) };
    case 'present':
      return { kind: 'present', path: getTarget(find, filter.path) };
    case 'compare':
      return checkComparison(filter, getTarget(find, filter.path), note);
    case 'has':
      return checkHas(getTarget(find, filter.path), filter.where, note);
    default:
      return filter satisfies never;
  }
}

function checkComparison(
  { operator, value }: Extract<Filter, { kind: 'compare' }>,
  target: AttributeTarget,
  note: NoteLeniency,
): CheckedFilter {
  const isPresent: CheckedFilter = { kind: 'present', path: target };
  if (value === null && operator === 'eq') return { kind: 'not', operand: isPresent };
  if (value === null && operator === 'ne') return isPresent;
  const path = toValueTarget(target);
  if (!path) throw ScimError.invalidFilter('A complex attribute is compared by one of its sub-attributes: name it.');
  return { kind: 'compare', path, operator, value: checkValue(path.attribute, operator, value, note) };
}

function checkHas(target: AttributeTarget, where: Filter, note: NoteLeniency): CheckedFilter {
  const subAttributes = getSubAttributes(target.attribute);
  if (target.attribute.multiValued) {
    return { kind: 'has', path: target, where: check(where, findAmong(subAttributes), note) };
  }
  const inner = check(where, (path) => (path.schema === undefined ? findBelow(target, path) : undefined), note);
  return { kind: 'and', operands: [{ kind: 'present', path: target }, inner] };
}

function getTarget(find: Find, path: AttributePath): AttributeTarget {
  const target = find(path);
  // One answer for what does not exist and what is secret, so that nothing can be guessed (RFC 7644 §7.5.2).
  if (!target || target.attribute.returned === 'never') {
    throw ScimError.invalidFilter(
      'The filter names an attribute that cannot be filtered by. /Schemas lists those that can.',
    );
  }
  return target;
}

function getSubAttributes({ subAttributes }: Attribute): readonly Attribute[] {
  if (!subAttributes)
    throw ScimError.invalidFilter('Square brackets can only stand behind an attribute with sub-attributes.');
  return subAttributes;
}

const findAmong =
  (attributes: readonly Attribute[]): Find =>
  (path) =>
    path.schema === undefined ? findWithin(attributes, path) : undefined;
