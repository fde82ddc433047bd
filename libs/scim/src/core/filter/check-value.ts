import { fromBooleanText } from '../dialects/boolean-as-text.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute, AttributeType } from '../schema/attribute.js';
import { parseDateTime } from '../schema/parse-date-time.js';
import type { CompareOperator, CompareValue } from './filter.js';
import { foldText } from './fold-text.js';

type SimpleType = Exclude<AttributeType, 'complex'>;
type ReadValue = (value: CompareValue, attribute: Attribute, note: NoteLeniency) => CompareValue | undefined;

interface Comparable {
  readonly operators: readonly CompareOperator[];
  /** The value as resources' search documents hold it, or `undefined` when it is none of this type. */
  readonly read: ReadValue;
  readonly named: string;
}

const EQUALITY = ['eq', 'ne'] as const;
const ORDER = ['gt', 'ge', 'lt', 'le'] as const;

const readText: ReadValue = (value, { caseExact }) =>
  typeof value === 'string' ? (caseExact ? value : foldText(value)) : undefined;

const readNumber: ReadValue = (value) => (typeof value === 'number' ? value : undefined);

const readDateTime: ReadValue = (value) => (typeof value === 'string' ? parseDateTime(value) : undefined);

const readBoolean: ReadValue = (value, _attribute, note) => {
  const read = fromBooleanText(value, note);
  return typeof read === 'boolean' ? read : undefined;
};

const TEXT = {
  operators: [...EQUALITY, ...ORDER, 'co', 'sw', 'ew'],
  read: readText,
  named: 'text in double quotes',
} as const;
const NUMBER = { operators: [...EQUALITY, ...ORDER], read: readNumber, named: 'a number' } as const;

/** RFC 7644 §3.4.2.2, table 3: booleans and binary values have no order. */
const COMPARABLE: Readonly<Record<SimpleType, Comparable>> = {
  string: TEXT,
  reference: TEXT,
  integer: NUMBER,
  decimal: NUMBER,
  dateTime: {
    operators: [...EQUALITY, ...ORDER],
    read: readDateTime,
    named: 'a date and time in double quotes, such as "2026-01-31T08:00:00Z"',
  },
  boolean: { operators: EQUALITY, read: readBoolean, named: 'true or false' },
  binary: { operators: EQUALITY, read: readText, named: 'base64 text in double quotes' },
};

/**
 * The comparison value in the attribute's type: case folded unless it is case exact, dates as `parseDateTime` gives them,
 * booleans also from text, as Entra ID sends them.
 * @throws ScimError 400 `invalidFilter` when the type lacks the operator, or the value is of another type
 */
export function checkValue(
  attribute: Attribute,
  operator: CompareOperator,
  value: CompareValue,
  note: NoteLeniency,
): CompareValue {
  const { operators, read, named } = COMPARABLE[attribute.type as SimpleType];
  if (!operators.includes(operator)) {
    throw ScimError.invalidFilter(`${attribute.name} can only be compared by ${operators.join(', ')} and pr.`);
  }
  const checked = read(value, attribute, note);
  if (checked === undefined) throw ScimError.invalidFilter(`${attribute.name} can only be compared with ${named}.`);
  return checked;
}
