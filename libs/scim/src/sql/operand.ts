import type { Attribute, AttributeType } from '../core/schema/attribute.js';
import type { AttributeTarget } from '../core/filter/filter.js';
import { type Column, type Columns, columnKey } from './columns.js';

/** The left side of a comparison. A `json` one is a jsonb number or boolean, compared without a cast that could fail. */
export interface Operand extends Omit<Column, 'type'> {
  readonly type: Column['type'] | 'json';
}

/** What holds an attribute that no list stands before: its column, or its place in the document. */
export const operandOf = ({ keys, attribute }: AttributeTarget, columns: Columns): Operand =>
  operandAt(keys, attribute, columns);

/** What holds the attribute to which those keys lead; without keys, the document itself. */
export function operandAt(keys: readonly string[], attribute: Attribute, { document, columns }: Columns): Operand {
  return columns.get(columnKey(keys)) ?? inDocument(document, keys, attribute);
}

function inDocument(document: string, keys: readonly string[], { type }: Attribute): Operand {
  return IS_TEXT[type] ? { sql: textAt(document, keys), type: 'text' } : { sql: jsonAt(document, keys), type: 'json' };
}

/** The jsonb that those keys lead to. Keys come from schemas, never from a client; they are quoted all the same. */
export const jsonAt = (document: string, keys: readonly string[]): string =>
  keys.length === 0 ? document : `(${[document, ...keys.map(quote)].join(' -> ')})`;

const textAt = (document: string, keys: readonly string[]) =>
  keys.length === 0
    ? `(${document} #>> '{}')`
    : `(${jsonAt(document, keys.slice(0, -1))} ->> ${keys.slice(-1).map(quote).join()})`;

const quote = (key: string) => `'${key.replaceAll("'", "''")}'`;

const IS_TEXT: Readonly<Record<AttributeType, boolean>> = {
  string: true,
  reference: true,
  binary: true,
  dateTime: true,
  boolean: false,
  integer: false,
  decimal: false,
  complex: false,
};
