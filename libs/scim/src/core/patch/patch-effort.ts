import { ScimError } from '../errors/scim-error.js';
import type { CheckedFilter } from '../filter/filter.js';
import { isComplex } from '../filter/is-complex.js';
import type { Changes } from '../resource/change.js';
import type { ScimComplex } from '../resource/resource.js';
import { isList } from '../resource/same-value.js';

/** The elements of lists that all operations of one PATCH may look at, times the comparisons made with each. */
const PATCH_EFFORT_LIMIT = 20_000;

/**
 * Adds up what operations cost, so that many of them on long lists are refused before their cost is paid.
 * @returns what to call before each operation
 * @throws ScimError `invalidValue`, from what is returned, when it would be too much
 */
export function boundEffort(): (changes: Changes, current: ScimComplex) => void {
  let effort = 0;
  return (changes, current) => {
    effort += effortOf(changes, current);
    if (effort > PATCH_EFFORT_LIMIT) {
      throw ScimError.invalidValue('The Operations go through long lists too many times: send them in parts.');
    }
  };
}

function effortOf(changes: Changes, current: ScimComplex): number {
  let effort = 0;
  for (const [name, change] of changes) {
    const value = current[name];
    if (change.kind === 'within') effort += effortOf(change.changes, isComplex(value) ? value : {});
    else if (isList(value))
      effort += value.length * ('where' in change && change.where ? comparisonsIn(change.where) : 1);
  }
  return effort;
}

function comparisonsIn(filter: CheckedFilter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.reduce((sum, operand) => sum + comparisonsIn(operand), 0);
    case 'not':
      return comparisonsIn(filter.operand);
    case 'has':
      return comparisonsIn(filter.where);
    case 'present':
    case 'compare':
      return 1;
    default:
      return filter satisfies never;
  }
}
