import type { ResourceQuery } from '../ports/user-directory.js';

export interface Identified {
  readonly id: string;
}

/** A page of a source. `keys` are those of the resources' places; without, all of them are null. */
export interface SourcePage<Item> {
  readonly total: number;
  readonly resources: readonly Item[];
  readonly keys?: readonly (string | null)[];
}

/** What can be read page by page: by position, or from behind a place on. */
export type Source<Item> = (query: ResourceQuery) => Promise<SourcePage<Item>>;

/** Which page of a source; what it holds, and in which order, the source knows. */
export type Range = Pick<ResourceQuery, 'startIndex' | 'count' | 'after' | 'total'>;
