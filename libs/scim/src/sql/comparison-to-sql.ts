import type { CompareOperator, CompareValue } from '../core/filter/filter.js';
import type { Operand } from './operand.js';
import { isUuid } from './uuid.js';

/**
 * One comparison as SQL, its value appended to `values`. NULL instead of false where the left side is NULL, except for
 * `ne`, which holds there.
 */
export function comparisonToSql(
  left: Operand,
  operator: CompareOperator,
  value: CompareValue,
  values: unknown[],
): string {
  const isEquality = operator === 'eq' || operator === 'ne';
  if (left.type === 'uuid' && !isEquality) return comparisonToSql(toTextOperand(left), operator, value, values);
  const wanted = isEquality ? toKey(left, value) : value;
  if (wanted === undefined) return operator === 'eq' ? 'FALSE' : 'TRUE';
  return COMPARE[operator](toOrdered(left, operator), RIGHT[left.type](placeholder(wanted, values), wanted));
}

/** `$n` for the value, appended to `values`. */
export const placeholder = (value: CompareValue, values: unknown[]): string => `$${values.push(value)}`;

function toKey({ type, fold }: Operand, value: CompareValue): CompareValue | undefined {
  if (typeof value !== 'string') return value;
  const key = fold ? fold(value) : value;
  return type === 'uuid' && key !== undefined && !isUuid(key) ? undefined : key;
}

/** Texts are ordered by code point, whatever the database's locale is. */
const toOrdered = ({ sql, type }: Operand, operator: CompareOperator) =>
  type === 'text' && ORDER.has(operator) ? `${sql} COLLATE "C"` : sql;

const ORDER: ReadonlySet<CompareOperator> = new Set(['gt', 'ge', 'lt', 'le']);

const toTextOperand = ({ sql }: Operand): Operand => ({ sql: `(${sql})::text`, type: 'text' });

const RIGHT: Readonly<Record<Operand['type'], (placeholder: string, value: CompareValue) => string>> = {
  text: (right) => right,
  boolean: (right) => right,
  uuid: (right) => `${right}::uuid`,
  timestamp: (right) => `${right}::timestamptz`,
  json: (right, value) => `to_jsonb(${right}::${typeof value === 'number' ? 'numeric' : 'boolean'})`,
};

/** No LIKE: `%` and `_` are characters like any other. */
const COMPARE: Readonly<Record<CompareOperator, (left: string, right: string) => string>> = {
  eq: (left, right) => `${left} = ${right}`,
  ne: (left, right) => `${left} IS DISTINCT FROM ${right}`,
  co: (left, right) => `strpos(${left}, ${right}) > 0`,
  sw: (left, right) => `starts_with(${left}, ${right})`,
  ew: (left, right) => `right(${left}, length(${right}::text)) = ${right}`,
  gt: (left, right) => `${left} > ${right}`,
  ge: (left, right) => `${left} >= ${right}`,
  lt: (left, right) => `${left} < ${right}`,
  le: (left, right) => `${left} <= ${right}`,
};
