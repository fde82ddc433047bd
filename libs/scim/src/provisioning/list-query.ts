import type { Sort } from '../core/filter/read-sort.js';
import type { Selection } from '../core/query/selection.js';

/**
 * Which page of a list a client wants: that from `startIndex` on, or, with a `cursor`, that to which it leads; an empty one
 * leads to the first (RFC 9865 §2).
 */
export interface Paging {
  readonly startIndex: number;
  readonly count: number;
  readonly cursor?: string;
}

export interface ListQuery extends Paging, Selection {}

/** A query over all resource types (RFC 7644 §3.4.2.1); a type of which nothing can match has no selection. */
export interface RootQuery extends Paging {
  readonly user?: Selection;
  readonly group?: Selection;
  /** Which way the resources are sorted, if they are; a type may have nothing to sort its resources by. */
  readonly order?: Sort['order'];
}

/** A page as clients see it: from `startIndex` on, or, when they walk by cursor, with where the next one begins. */
export interface ListPage<Item> {
  readonly total: number;
  readonly resources: readonly Item[];
  readonly startIndex?: number;
  readonly nextCursor?: string;
}
