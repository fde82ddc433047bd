/** Where a page of a list ended: at a resource, by its `id` and by what the query sorts it by. */
export interface PagePlace {
  readonly id: string;
  /** As text; null for a resource without a value, and where nothing is sorted. */
  readonly key: string | null;
}
