import type { AttributeTarget, CheckedFilter } from '../core/filter/filter.js';
import { columnKey, type Columns } from './columns.js';
import { comparisonToSql, placeholder } from './comparison-to-sql.js';
import { existsElement, findList, listAt } from './list.js';
import { jsonAt, operandAt, operandOf } from './operand.js';

type Compare = Extract<CheckedFilter, { kind: 'compare' }>;
type Has = Extract<CheckedFilter, { kind: 'has' }>;

/**
 * A filter as one SQL condition that agrees with `matches`; NULL counts as false. Its values are appended to `values`:
 * nothing that a client wrote becomes SQL. The caller ANDs it with the tenant's clause.
 */
export function filterToSql(filter: CheckedFilter, columns: Columns, values: unknown[]): string {
  switch (filter.kind) {
    case 'and':
      return joined(filter.operands, ' AND ', columns, values);
    case 'or':
      return joined(filter.operands, ' OR ', columns, values);
    case 'not':
      return `NOT COALESCE(${filterToSql(filter.operand, columns, values)}, FALSE)`;
    case 'present':
      return presentToSql(filter.path, columns);
    case 'compare':
      return compareToSql(filter, columns, values);
    case 'has':
      return hasToSql(filter, columns, values);
    default:
      return filter satisfies never;
  }
}

const joined = (operands: readonly CheckedFilter[], word: string, columns: Columns, values: unknown[]) =>
  `(${operands.map((operand) => filterToSql(operand, columns, values)).join(word)})`;

function presentToSql(target: AttributeTarget, columns: Columns): string {
  const found = findList(target, columns);
  if (!found) return anyIsPresent(sourcesOf(target.keys, columns));
  const { list, below } = found;
  return below.length === 0 ? list.isPresent : existsElement(list, anyIsPresent(sourcesOf(below, list.element)));
}

/** All that holds an attribute, or part of it: a complex one may be spread over the document and several columns. */
function sourcesOf(keys: readonly string[], { document, columns, lists = NONE }: Columns): readonly string[] {
  const key = columnKey(keys);
  const column = columns.get(key);
  if (column) return [column.sql];
  const inColumns = [...columns].map(([name, { sql }]) => [name, sql] as const);
  const below = [...inColumns, ...lists].filter(([name]) => name.startsWith(`${key}.`));
  return [jsonAt(document, keys), ...below.map(([, sql]) => sql)];
}

const NONE: ReadonlyMap<string, string> = new Map();

function anyIsPresent(sources: readonly string[]): string {
  const conditions = sources.map((sql) => `${sql} IS NOT NULL`);
  return conditions.length === 1 ? conditions.join() : `(${conditions.join(' OR ')})`;
}

function compareToSql({ path, operator, value }: Compare, columns: Columns, values: unknown[]): string {
  const narrowing = operator === 'eq' ? narrowingToSql(path.keys, value, columns, values) : [];
  const found = findList(path, columns);
  if (!found) {
    const exact = comparisonToSql(operandOf(path, columns), operator, value, values);
    return allOf([...narrowing, exact]);
  }
  const { list, below } = found;
  const element = operandAt(below, path.attribute, list.element);
  const exists = existsElement(list, comparisonToSql(element, operator, value, values));
  return operator === 'ne' ? `(${list.isAbsent} OR ${exists})` : allOf([...narrowing, exists]);
}

function hasToSql({ path, where }: Has, columns: Columns, values: unknown[]): string {
  const narrowing = requiredEqualities(where).flatMap((equality) =>
    narrowingToSql([...path.keys, ...equality.path.keys], equality.value, columns, values),
  );
  const list = listAt(path.keys, columns);
  return allOf([...narrowing, existsElement(list, filterToSql(where, list.element, values))]);
}

/** The `eq`s without which the filter cannot match. */
const requiredEqualities = (filter: CheckedFilter): readonly Compare[] => {
  if (filter.kind === 'and') return filter.operands.flatMap(requiredEqualities);
  return filter.kind === 'compare' && filter.operator === 'eq' ? [filter] : [];
};

function narrowingToSql(
  keys: readonly string[],
  value: Compare['value'],
  { lookups }: Columns,
  values: unknown[],
): readonly string[] {
  const lookup = lookups?.get(columnKey(keys));
  return lookup ? [lookup(placeholder(value, values))] : [];
}

const allOf = (conditions: readonly string[]) =>
  conditions.length === 1 ? conditions.join() : `(${conditions.join(' AND ')})`;
