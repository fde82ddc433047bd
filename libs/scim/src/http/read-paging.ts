import { ScimError } from '../core/errors/scim-error.js';
import { PAGE_SIZE } from '../scim.options.js';

export interface Paging {
  readonly startIndex: number;
  readonly count: number;
}

/**
 * Below 1, `startIndex` means 1; below 0, `count` means 0; above the page size it is cut to it (RFC 7644 §3.4.2.4).
 * @throws ScimError 400 `invalidValue` for what is no whole number, and for a `startIndex` that no list reaches
 */
export function readPaging(startIndex: unknown, count: unknown): Paging {
  const first = readWhole('startIndex', startIndex) ?? 1;
  if (first > Number.MAX_SAFE_INTEGER) {
    throw ScimError.invalidValue('startIndex is larger than any list: give the 1-based position of the first result.');
  }
  return {
    startIndex: Math.max(1, first),
    count: Math.min(PAGE_SIZE.most, Math.max(0, readWhole('count', count) ?? PAGE_SIZE.default)),
  };
}

function readWhole(name: string, value: unknown): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !/^[+-]?\d+$/.test(value.trim())) {
    throw ScimError.invalidValue(`${name} must be one whole number.`);
  }
  return Number(value);
}
