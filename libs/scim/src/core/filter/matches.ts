import type { ScimComplex, ScimValue } from '../resource/resource.js';
import { compareText } from './compare-text.js';
import type { CheckedFilter, CompareOperator, CompareValue } from './filter.js';
import { isComplex } from './is-complex.js';

/**
 * Whether a filter matches a search document (RFC 7644 §3.4.2.2). A list matches when one of its elements does; what is
 * unassigned equals nothing, so that `ne` holds for it.
 */
export function matches(filter: CheckedFilter, document: ScimComplex): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.operands.every((operand) => matches(operand, document));
    case 'or':
      return filter.operands.some((operand) => matches(operand, document));
    case 'not':
      return !matches(filter.operand, document);
    case 'present':
      return someAt(document, filter.path.keys, (value) => value !== undefined);
    case 'compare':
      return someAt(document, filter.path.keys, (value) => HOLDS[filter.operator](value, filter.value));
    case 'has':
      return someAt(document, filter.path.keys, (value) => isComplex(value) && matches(filter.where, value));
    default:
      return filter satisfies never;
  }
}

/** Whether something holds for one of the values that a path leads to; `undefined` stands where there is none. */
function someAt(
  value: ScimValue | undefined,
  keys: readonly string[],
  holds: (value: ScimValue | undefined) => boolean,
  depth = 0,
): boolean {
  if (value instanceof Array) return value.some((element) => someAt(element, keys, holds, depth));
  const key = keys[depth];
  return key === undefined ? holds(value) : someAt(step(value, key), keys, holds, depth + 1);
}

const step = (value: ScimValue | undefined, key: string) =>
  isComplex(value) && Object.hasOwn(value, key) ? value[key] : undefined;

type Holds = (actual: ScimValue | undefined, wanted: CompareValue) => boolean;

const textHolds =
  (holds: (actual: string, wanted: string) => boolean): Holds =>
  (actual, wanted) =>
    typeof actual === 'string' && typeof wanted === 'string' && holds(actual, wanted);

const orderHolds =
  (holds: (order: number) => boolean): Holds =>
  (actual, wanted) => {
    if (typeof actual === 'number' && typeof wanted === 'number') return holds(actual - wanted);
    return typeof actual === 'string' && typeof wanted === 'string' && holds(compareText(actual, wanted));
  };

const HOLDS: Readonly<Record<CompareOperator, Holds>> = {
  eq: (actual, wanted) => actual === wanted,
  ne: (actual, wanted) => actual !== wanted,
  co: textHolds((actual, wanted) => actual.includes(wanted)),
  sw: textHolds((actual, wanted) => actual.startsWith(wanted)),
  ew: textHolds((actual, wanted) => actual.endsWith(wanted)),
  gt: orderHolds((order) => order > 0),
  ge: orderHolds((order) => order >= 0),
  lt: orderHolds((order) => order < 0),
  le: orderHolds((order) => order <= 0),
};
