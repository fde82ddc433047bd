import type { Sort } from '../core/filter/read-sort.js';
import { columnKey, type Columns } from './columns.js';
import { findList, type List } from './list.js';
import { operandAt, type Operand, operandOf } from './operand.js';

/** Beyond so many characters texts are equal for sorting: what a page ended with must fit into an address. */
const SORTED_LENGTH = 512;

/**
 * What stands behind ORDER BY for a sort (RFC 7644 §3.4.2.3): missing values last when ascending, first when descending;
 * texts by code point; of a list, the primary element or else the first, and of one that is kept as rows, the lowest. The
 * caller adds what makes the order total.
 */
export const sortToSql = (sort: Sort, columns: Columns): string =>
  `${inOrder(sortedOperand(sort, columns))} ${DIRECTION[sort.order]}`;

/** What a sort compares. */
export function sortedOperand({ target }: Sort, columns: Columns): Operand {
  const found = findList(target, columns);
  if (found) return fromChosenElement(found.list, operandAt(found.below, target.attribute, found.list.element));
  const operand = operandOf(target, columns);
  return columns.columns.has(columnKey(target.keys)) ? operand : shortened(operand);
}

/** By code point, whatever the database's locale is. */
export const inOrder = ({ sql, type }: Operand): string => (type === 'text' ? `${sql} COLLATE "C"` : sql);

function fromChosenElement({ join, ordered: { rows, by } }: List, element: Operand): Operand {
  const where = join === undefined ? '' : ` WHERE ${join}`;
  const sql = `(SELECT ${shortened(element).sql} FROM ${rows}${where} ORDER BY ${by ?? inOrder(element)} LIMIT 1)`;
  return { sql, type: element.type };
}

const shortened = (operand: Operand): Operand =>
  operand.type === 'text' ? { ...operand, sql: `left(${operand.sql}, ${SORTED_LENGTH})` } : operand;

const DIRECTION = { ascending: 'ASC NULLS LAST', descending: 'DESC NULLS FIRST' } as const;
