import type { ResourceType } from '../schema/attribute.js';

/** Stands before a `bulkId` wherever it is used for an id that is not known yet (RFC 7644 §3.7.2). */
export const BULK_ID_PREFIX = 'bulkId:';

/** One operation of a Bulk request; `id` may be such a reference, and so may be any text in `data`. */
export type BulkOperation =
  | { readonly method: 'POST'; readonly type: ResourceType; readonly bulkId: string; readonly data: unknown }
  | (Existing & { readonly method: 'PUT' | 'PATCH'; readonly data: unknown })
  | (Existing & { readonly method: 'DELETE' });

interface Existing {
  readonly type: ResourceType;
  readonly id: string;
  /** What `If-Match` is to a single request. */
  readonly version?: string;
}
