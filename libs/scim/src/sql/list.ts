import type { AttributeTarget } from '../core/filter/filter.js';
import { columnKey, type Columns, NO_DOCUMENT, type Relation } from './columns.js';
import { jsonAt } from './operand.js';

const ELEMENT = 'element.value';

/** The elements of a multi-valued attribute, as rows. */
export interface List {
  /** What stands behind FROM, and which of the rows are meant. */
  readonly rows: string;
  readonly join?: string;
  readonly isPresent: string;
  readonly isAbsent: string;
  /** Where one of the rows keeps what filters ask for. */
  readonly element: Columns;
  /** The rows with what brings the element by which lists are sorted to the front; without, the lowest value is. */
  readonly ordered: { readonly rows: string; readonly by?: string };
}

/** The list that a target leads through or to, and the keys that lead on; `undefined` when it leads to none. */
export function findList(
  { keys, attribute, container }: AttributeTarget,
  columns: Columns,
): { readonly list: List; readonly below: readonly string[] } | undefined {
  if (!container) return undefined;
  const end = container === attribute ? keys.length : keys.length - 1;
  return { list: listAt(keys.slice(0, end), columns), below: keys.slice(end) };
}

/** The list at those keys: from the document, unless it is kept outside. */
export function listAt(keys: readonly string[], { document, lists, relations }: Columns): List {
  const key = columnKey(keys);
  const relation = relations?.get(key);
  return relation ? ofRows(relation) : ofJson(lists?.get(key) ?? jsonAt(document, keys));
}

/** Whether a condition holds for one of the elements. */
export const existsElement = ({ rows, join }: Pick<List, 'rows' | 'join'>, condition?: string): string =>
  `EXISTS (SELECT FROM ${rows} WHERE ${[join, condition].filter((part) => part !== undefined).join(' AND ')})`;

/** Of a jsonb array, or NULL. */
function ofJson(sql: string): List {
  const elements = `jsonb_array_elements(${sql})`;
  return {
    rows: `${elements} AS element(value)`,
    isPresent: `${sql} IS NOT NULL`,
    isAbsent: `${sql} IS NULL`,
    element: { document: ELEMENT, columns: new Map() },
    ordered: { rows: `${elements} WITH ORDINALITY AS element(value, position)`, by: `${PRIMARY_FIRST}, position` },
  };
}

const PRIMARY_FIRST = `(${ELEMENT} -> 'primary') IS NOT DISTINCT FROM 'true'::jsonb DESC`;

function ofRows({ columns, ...rows }: Relation): List {
  const isPresent = existsElement(rows);
  return {
    ...rows,
    isPresent,
    isAbsent: `NOT ${isPresent}`,
    element: { document: NO_DOCUMENT, columns },
    ordered: { rows: rows.rows },
  };
}
