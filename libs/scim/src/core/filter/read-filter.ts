import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/attribute.js';
import { checkFilter } from './check-filter.js';
import type { CheckedFilter, Filter } from './filter.js';
import { parseFilter } from './parse-filter.js';

/**
 * The `filter` of a request; `undefined` when there is none, or an empty one.
 * @throws ScimError 400 `invalidFilter`, also when it was given more than once
 */
export function readFilter(text: unknown, type: ResourceType, note: NoteLeniency): CheckedFilter | undefined {
  const filter = readFilterText(text);
  return filter && checkFilter(filter, type, note);
}

/** The same before it is known of which type the resources are. @throws ScimError 400 `invalidFilter` */
export function readFilterText(text: unknown): Filter | undefined {
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string') throw ScimError.invalidFilter('Give one filter, as text.');
  return parseFilter(text);
}
