import type { ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';
import type { AttributePath, CompareOperator, CompareValue, Filter } from './filter.js';

/** A filter of which it is known already whether it matches everything, or nothing. */
export type SettledFilter = Filter | boolean;

/**
 * What a filter of resources of several types says of those of one: what only the others have, has no value there (RFC
 * 7644 §3.4.2.1), and `meta.resourceType` is known. What no type has stays, to be refused.
 */
export function filterOfType(filter: Filter, type: ResourceType, types: readonly ResourceType[]): SettledFilter {
  switch (filter.kind) {
    case 'and':
      return joined(filter, type, types, false);
    case 'or':
      return joined(filter, type, types, true);
    case 'not':
      return negated(filterOfType(filter.operand, type, types));
    case 'present':
      return isResourceType(filter.path) || (isOfOthers(filter.path, type, types) ? false : filter);
    case 'compare':
      if (isResourceType(filter.path)) return settleTypeName(filter, type.name);
      return isOfOthers(filter.path, type, types) ? holdsWithoutValue(filter.operator, filter.value) : filter;
    case 'has':
      return isOfOthers(filter.path, type, types) ? false : filter;
    default:
      return filter satisfies never;
  }
}

/** `decisive` is what one operand needs to be for all of it to be the same. */
function joined(
  { kind, operands }: Extract<Filter, { kind: 'and' | 'or' }>,
  type: ResourceType,
  types: readonly ResourceType[],
  decisive: boolean,
): SettledFilter {
  const settled = operands.map((operand) => filterOfType(operand, type, types));
  if (settled.includes(decisive)) return decisive;
  const open = settled.filter((operand) => typeof operand !== 'boolean');
  const [first, ...more] = open;
  if (!first) return !decisive;
  return more.length === 0 ? first : { kind, operands: open };
}

const negated = (operand: SettledFilter): SettledFilter =>
  typeof operand === 'boolean' ? !operand : { kind: 'not', operand };

const isResourceType = ({ schema, name, sub }: AttributePath) =>
  schema === undefined && `${name}.${sub}`.toLowerCase() === 'meta.resourcetype';

function settleTypeName(filter: Extract<Filter, { kind: 'compare' }>, name: string): SettledFilter {
  if (filter.operator === 'eq') return filter.value === name;
  return filter.operator === 'ne' ? filter.value !== name : filter;
}

const isOfOthers = (path: AttributePath, type: ResourceType, types: readonly ResourceType[]) =>
  !findAttribute(type, path) && types.some((other) => findAttribute(other, path) !== undefined);

const holdsWithoutValue = (operator: CompareOperator, value: CompareValue) =>
  value === null ? operator === 'eq' : operator === 'ne';
