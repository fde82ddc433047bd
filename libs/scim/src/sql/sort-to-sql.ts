import type { Sort } from '../core/filter/read-sort.js';
import type { Columns } from './columns.js';
import { ELEMENT, findList } from './list.js';
import { inDocument, type Operand, operandOf } from './operand.js';

/**
 * What stands behind ORDER BY for a sort (RFC 7644 §3.4.2.3): missing values last when ascending, first when descending;
 * texts by code point; of a list, the primary element or else the first. The caller adds what makes the order total.
 */
export function sortToSql({ target, order }: Sort, columns: Columns): string {
  const list = findList(target, columns);
  const { sql, type } = list
    ? fromChosenElement(list.sql, inDocument(ELEMENT, list.below, target.attribute))
    : operandOf(target, columns);
  return `${type === 'text' ? inCodePointOrder(sql) : sql} ${DIRECTION[order]}`;
}

const fromChosenElement = (elements: string, { sql, type }: Operand): Operand => ({
  sql: `(SELECT ${sql} FROM jsonb_array_elements(${elements}) WITH ORDINALITY AS element(value, position) ORDER BY ${PRIMARY_FIRST}, position LIMIT 1)`,
  type,
});

const PRIMARY_FIRST = `(${ELEMENT} -> 'primary') IS NOT DISTINCT FROM 'true'::jsonb DESC`;
const inCodePointOrder = (sql: string) => `${sql} COLLATE "C"`;
const DIRECTION = { ascending: 'ASC NULLS LAST', descending: 'DESC NULLS FIRST' } as const;
