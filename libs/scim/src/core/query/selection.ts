import type { CheckedFilter } from '../filter/filter.js';
import type { Sort } from '../filter/read-sort.js';

/** Which resources of one type a client wants, and in which order. */
export interface Selection {
  readonly filter?: CheckedFilter;
  readonly sort?: Sort;
}
