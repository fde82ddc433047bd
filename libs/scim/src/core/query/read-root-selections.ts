import type { NoteLeniency } from '../dialects/leniency.js';
import { checkFilter } from '../filter/check-filter.js';
import type { Filter } from '../filter/filter.js';
import { filterOfType } from '../filter/filter-of-type.js';
import { readFilterText } from '../filter/read-filter.js';
import { readSortOfTypes, type Sort } from '../filter/read-sort.js';
import type { ResourceType } from '../schema/attribute.js';
import type { Selection } from './selection.js';

interface QueryParts {
  readonly filter: unknown;
  readonly sortBy: unknown;
  readonly sortOrder: unknown;
}

export interface RootSelections {
  /** Without one of a type, none of its resources can match. */
  readonly selections: ReadonlyMap<ResourceType, Selection>;
  readonly order?: Sort['order'];
}

/**
 * What a query over several resource types selects of each (RFC 7644 §3.4.2.1): an attribute that a type does not have, has
 * no value there.
 * @throws ScimError 400 `invalidFilter`, `invalidValue` for what cannot be sorted by
 */
export function readRootSelections(
  { filter, sortBy, sortOrder }: QueryParts,
  types: readonly ResourceType[],
  note: NoteLeniency,
): RootSelections {
  const parsed = readFilterText(filter);
  const sorts = readSortOfTypes(sortBy, sortOrder, types, note);
  const selections = types.flatMap((type): [ResourceType, Selection][] => {
    const selection = selectionOf(parsed, type, types, note);
    return selection ? [[type, { ...selection, sort: sorts?.get(type) }]] : [];
  });
  const [sort] = sorts?.values() ?? [];
  return { selections: new Map(selections), order: sort?.order };
}

function selectionOf(
  filter: Filter | undefined,
  type: ResourceType,
  types: readonly ResourceType[],
  note: NoteLeniency,
): Selection | undefined {
  const settled = filter ? filterOfType(filter, type, types) : true;
  if (settled === false) return undefined;
  return settled === true ? {} : { filter: checkFilter(settled, type, note) };
}
