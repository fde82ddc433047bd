import { ScimError } from '../errors/scim-error.js';
import type { AttributePath, Filter } from './filter.js';
import { FILTER_LIMITS } from './filter-limits.js';
import { FilterParser } from './filter-parser.js';

/** The target of a PATCH operation: `attribute`, `attribute[where]` or `attribute[where].sub` (RFC 7644 §3.5.2). */
export interface PatchPath {
  readonly path: AttributePath;
  readonly where?: Filter;
  /** Only behind `where`; a sub-attribute without one is part of `path`. */
  readonly sub?: string;
}

/**
 * Reads the path of a PATCH operation by the grammar of filters.
 * @throws ScimError 400 `invalidPath`, saying where and what was expected, never what was sent
 */
export function parsePath(text: string): PatchPath {
  const parser = new FilterParser(text, (detail) => ScimError.invalidPath(detail), FILTER_LIMITS.pathTerms);
  const path = parser.attributePath();
  const where = parser.bracketed();
  const sub = where && parser.subBehindBracket();
  parser.end('the end of the path');
  return { path, ...(where && { where }), ...(sub !== undefined && { sub }) };
}
