import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';
import type { AttributeTarget } from './filter.js';
import { FilterParser } from './filter-parser.js';
import { toValueTarget } from './value-target.js';

/** By which attribute, never a complex one, resources are ordered, and which way. */
export interface Sort {
  readonly target: AttributeTarget;
  readonly order: 'ascending' | 'descending';
}

const ORDERS = new Map<unknown, Sort['order']>([
  [undefined, 'ascending'],
  ['', 'ascending'],
  ['ascending', 'ascending'],
  ['descending', 'descending'],
]);

/**
 * The `sortBy` and `sortOrder` of a request (RFC 7644 §3.4.2.3); `undefined` when there is no `sortBy`. A complex
 * attribute is sorted by its `value`, if it has one.
 * @throws ScimError 400 `invalidValue` for anything that cannot be sorted by
 */
export function readSort(
  sortBy: unknown,
  sortOrder: unknown,
  type: ResourceType,
  note: NoteLeniency,
): Sort | undefined {
  const order = ORDERS.get(typeof sortOrder === 'string' ? sortOrder.toLowerCase() : sortOrder);
  if (!order) throw ScimError.invalidValue('sortOrder is ascending or descending.');
  if (sortBy === undefined || sortBy === '') return undefined;
  if (typeof sortBy !== 'string') throw ScimError.invalidValue('Give one sortBy, as text.');
  const target = findSortable(sortBy, type, note);
  if (!target) {
    throw ScimError.invalidValue('sortBy names an attribute that cannot be sorted by. /Schemas lists those that can.');
  }
  return { target, order };
}

function findSortable(sortBy: string, type: ResourceType, note: NoteLeniency): AttributeTarget | undefined {
  const parser = new FilterParser(sortBy, () =>
    ScimError.invalidValue('sortBy is the name of one attribute, such as userName or name.familyName.'),
  );
  const path = parser.attributePath();
  parser.end('the end of the name');
  const named = findAttribute(type, path, note);
  const target = named && toValueTarget(named);
  const isSortable = target && target.attribute.returned !== 'never' && target.attribute.type !== 'binary';
  return isSortable ? target : undefined;
}
