import type { AttributePath, Filter } from './filter.js';

/** The text of a filter: `parseFilter` reads the same filter from it. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return filter.operands.map((operand) => printOperand(operand, ['or'])).join(' or ');
    case 'and':
      return filter.operands.map((operand) => printOperand(operand, ['or', 'and'])).join(' and ');
    case 'not':
      return `not (${printFilter(filter.operand)})`;
    case 'present':
      return `${printPath(filter.path)} pr`;
    case 'compare':
      return `${printPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case 'has':
      return `${printPath(filter.path)}[${printFilter(filter.where)}]`;
    default:
      return filter satisfies never;
  }
}

const printOperand = (operand: Filter, grouped: readonly Filter['kind'][]) =>
  grouped.includes(operand.kind) ? `(${printFilter(operand)})` : printFilter(operand);

const printPath = ({ schema, name, sub }: AttributePath) =>
  `${schema === undefined ? '' : `${schema}:`}${name}${sub === undefined ? '' : `.${sub}`}`;
