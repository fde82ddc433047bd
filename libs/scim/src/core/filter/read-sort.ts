import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';
import type { AttributePath, AttributeTarget } from './filter.js';
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
  return readSortOfTypes(sortBy, sortOrder, [type], note)?.get(type);
}

/**
 * The same for resources of several types, of which those are in the answer that have the attribute.
 * @throws ScimError 400 `invalidValue` for anything by which none of them can be sorted
 */
export function readSortOfTypes(
  sortBy: unknown,
  sortOrder: unknown,
  types: readonly ResourceType[],
  note: NoteLeniency,
): ReadonlyMap<ResourceType, Sort> | undefined {
  const order = ORDERS.get(typeof sortOrder === 'string' ? sortOrder.toLowerCase() : sortOrder);
  if (!order) throw ScimError.invalidValue('sortOrder is ascending or descending.');
  if (sortBy === undefined || sortBy === '') return undefined;
  if (typeof sortBy !== 'string') throw ScimError.invalidValue('Give one sortBy, as text.');
  const path = parseSortBy(sortBy);
  const sorts = types.flatMap((type): [ResourceType, Sort][] => {
    const target = findSortable(path, type, note);
    return target ? [[type, { target, order }]] : [];
  });
  if (sorts.length === 0) {
    throw ScimError.invalidValue('sortBy names an attribute that cannot be sorted by. /Schemas lists those that can.');
  }
  return new Map(sorts);
}

function parseSortBy(sortBy: string): AttributePath {
  const parser = new FilterParser(sortBy, () =>
    ScimError.invalidValue('sortBy is the name of one attribute, such as userName or name.familyName.'),
  );
  const path = parser.attributePath();
  parser.end('the end of the name');
  return path;
}

function findSortable(path: AttributePath, type: ResourceType, note: NoteLeniency): AttributeTarget | undefined {
  const named = findAttribute(type, path, note);
  const target = named && toValueTarget(named);
  const isSortable = target && target.attribute.returned !== 'never' && target.attribute.type !== 'binary';
  return isSortable ? target : undefined;
}
