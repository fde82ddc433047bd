import type { Sort } from '../core/filter/read-sort.js';
import type { Columns } from './columns.js';
import { findList, type List } from './list.js';
import { operandAt, type Operand, operandOf } from './operand.js';

/**
 * What stands behind ORDER BY for a sort (RFC 7644 §3.4.2.3): missing values last when ascending, first when descending;
 * texts by code point; of a list, the primary element or else the first, and of one that is kept as rows, the lowest. The
 * caller adds what makes the order total.
 */
export function sortToSql({ target, order }: Sort, columns: Columns): string {
  const found = findList(target, columns);
  const operand = found
    ? fromChosenElement(found.list, operandAt(found.below, target.attribute, found.list.element))
    : operandOf(target, columns);
  return `${inOrder(operand)} ${DIRECTION[order]}`;
}

function fromChosenElement({ join, ordered: { rows, by } }: List, element: Operand): Operand {
  const where = join === undefined ? '' : ` WHERE ${join}`;
  const sql = `(SELECT ${element.sql} FROM ${rows}${where} ORDER BY ${by ?? inOrder(element)} LIMIT 1)`;
  return { ...element, sql };
}

/** By code point, whatever the database's locale is. */
const inOrder = ({ sql, type }: Operand) => (type === 'text' ? `${sql} COLLATE "C"` : sql);

const DIRECTION = { ascending: 'ASC NULLS LAST', descending: 'DESC NULLS FIRST' } as const;
