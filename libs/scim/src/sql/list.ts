import type { AttributeTarget } from '../core/filter/filter.js';
import { columnKey, type Columns } from './columns.js';
import { jsonAt } from './operand.js';

/** The jsonb of one element, wherever `jsonb_array_elements(…) AS element(value)` is in scope. */
export const ELEMENT = 'element.value';

interface List {
  /** A jsonb array, or NULL. */
  readonly sql: string;
  /** The keys that lead on from its elements. */
  readonly below: readonly string[];
}

/** The list that a target leads through or to; `undefined` when it leads to none. */
export function findList({ keys, attribute, container }: AttributeTarget, columns: Columns): List | undefined {
  if (!container) return undefined;
  const end = container === attribute ? keys.length : keys.length - 1;
  return { sql: listAt(keys.slice(0, end), columns), below: keys.slice(end) };
}

/** The jsonb array at those keys, or NULL: from the document, unless it is kept outside. */
export const listAt = (keys: readonly string[], { document, lists }: Columns): string =>
  lists?.get(columnKey(keys)) ?? jsonAt(document, keys);
