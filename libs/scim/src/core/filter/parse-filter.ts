import { ScimError } from '../errors/scim-error.js';
import type { Filter } from './filter.js';
import { FilterParser } from './filter-parser.js';

/**
 * Reads a filter (RFC 7644 §3.4.2.2) in linear time. Beyond the grammar it takes `emails[type eq "work"].value eq "x"`,
 * as Entra ID writes it, for `emails[type eq "work" and value eq "x"]`.
 * @throws ScimError 400 `invalidFilter`, saying where and what was expected, never what was sent
 */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(text, (detail) => ScimError.invalidFilter(detail));
  const filter = parser.disjunction();
  parser.end('and, or, or the end of the filter');
  return filter;
}
