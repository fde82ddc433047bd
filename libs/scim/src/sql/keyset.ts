import type { Sort } from '../core/filter/read-sort.js';
import type { PagePlace } from '../core/query/page-place.js';
import type { Columns } from './columns.js';
import type { Operand } from './operand.js';
import { inOrder, sortedOperand, sortToSql } from './sort-to-sql.js';

/** A total order of rows, and how a page begins behind one of them without counting up to it. */
export interface Keyset {
  /** What stands behind ORDER BY. */
  readonly order: string;
  /** Selects what a row is sorted by, as text, or NULL. Texts compare by code point as the values do, but for numbers. */
  readonly key: string;
  /** The condition that holds for the rows behind a place; its values are appended to `values`. */
  readonly behind: (place: PagePlace, values: unknown[]) => string;
}

/** The order of a query: by its sort, if it has one, then by `id`, the SQL of a uuid that is never NULL. */
export function keysetOf(sort: Sort | undefined, columns: Columns, id: string): Keyset {
  if (!sort) {
    return {
      order: id,
      key: 'NULL::text',
      behind: (place, values) => `${id} > $${values.push(place.id)}::uuid`,
    };
  }
  const operand = sortedOperand(sort, columns);
  return {
    order: `${sortToSql(sort, columns)}, ${id}`,
    key: TO_KEY[operand.type](operand.sql),
    behind: (place, values) => behind({ operand, isDescending: sort.order === 'descending', id }, place, values),
  };
}

interface Order {
  readonly operand: Operand;
  readonly isDescending: boolean;
  readonly id: string;
}

/**
 * Missing values come last when ascending, first when descending. The bound is said by itself, before what is said of
 * ties: so an index on the column finds the place.
 */
function behind({ operand, isDescending, id }: Order, place: PagePlace, values: unknown[]): string {
  const isBehindById = `${id} > $${values.push(place.id)}::uuid`;
  const { sql, isNeverNull } = operand;
  if (place.key === null) {
    const isMissing = `(${sql} IS NULL AND ${isBehindById})`;
    return isDescending ? `(${isMissing} OR ${sql} IS NOT NULL)` : isMissing;
  }
  const value = inOrder(operand);
  const bound = FROM_KEY[operand.type](`$${values.push(place.key)}`);
  const [reaches, passes] = isDescending ? ['<=', '<'] : ['>=', '>'];
  const isBehind = `(${value} ${reaches} ${bound} AND (${value} ${passes} ${bound} OR ${isBehindById}))`;
  return isDescending || isNeverNull ? isBehind : `(${isBehind} OR ${sql} IS NULL)`;
}

const asText = (sql: string) => `(${sql})::text`;

/** Dates in one time zone, whatever the session's is, so that texts of the same value are the same. */
const TO_KEY: Readonly<Record<Operand['type'], (sql: string) => string>> = {
  text: asText,
  boolean: asText,
  uuid: asText,
  json: asText,
  timestamp: (sql) => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};

const FROM_KEY: Readonly<Record<Operand['type'], (placeholder: string) => string>> = {
  text: (placeholder) => `${placeholder}::text`,
  boolean: (placeholder) => `${placeholder}::boolean`,
  uuid: (placeholder) => `${placeholder}::uuid`,
  json: (placeholder) => `${placeholder}::jsonb`,
  timestamp: (placeholder) => `${placeholder}::timestamptz`,
};
