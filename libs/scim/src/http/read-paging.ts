import { ScimError } from '../core/errors/scim-error.js';
import type { Paging } from '../provisioning/list-query.js';
import { PAGE_SIZE } from '../scim.options.js';

/**
 * Below 1, `startIndex` means 1; below 0, `count` means 0; above the page size it is cut to it (RFC 7644 §3.4.2.4). With a
 * `cursor` it must be within the page size (RFC 9865 §2.1).
 * @throws ScimError 400 `invalidValue` for what is no whole number, for a `startIndex` that no list reaches, and for one
 *   beside a `cursor`; `invalidCursor`, `invalidCount`
 */
export function readPaging(startIndex: unknown, count: unknown, cursor?: unknown): Paging {
  if (cursor !== undefined) return readWalk(startIndex, count, cursor);
  const first = readWhole(startIndex, 'startIndex') ?? 1;
  if (first > Number.MAX_SAFE_INTEGER) {
    throw ScimError.invalidValue('startIndex is larger than any list: give the 1-based position of the first result.');
  }
  const wanted = readWhole(count, 'count') ?? PAGE_SIZE.default;
  return { startIndex: Math.max(1, first), count: Math.min(PAGE_SIZE.most, Math.max(0, wanted)) };
}

function readWalk(startIndex: unknown, count: unknown, cursor: unknown): Paging {
  if (typeof cursor !== 'string') throw ScimError.invalidCursor();
  if (startIndex !== undefined) {
    throw ScimError.invalidValue('Give either startIndex, to page by index, or cursor, to walk, not both.');
  }
  const wanted = readWhole(count, 'count', (detail) => ScimError.invalidCount(detail)) ?? PAGE_SIZE.default;
  if (wanted > PAGE_SIZE.most) throw ScimError.invalidCount(`count is at most ${PAGE_SIZE.most}, the maxPageSize.`);
  return { startIndex: 1, count: Math.max(0, wanted), cursor };
}

function readWhole(
  value: unknown,
  name: string,
  refusal = (detail: string) => ScimError.invalidValue(detail),
): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !/^[+-]?\d+$/.test(value.trim())) throw refusal(`${name} must be one whole number.`);
  return Number(value);
}
