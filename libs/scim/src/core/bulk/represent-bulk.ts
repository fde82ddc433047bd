import { representError } from '../errors/represent-error.js';
import type { ScimError } from '../errors/scim-error.js';
import { locationOf } from '../resource/location.js';
import type { ResourceType } from '../schema/attribute.js';

const BULK_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** What came of one operation. */
export interface BulkResult {
  /** As far as the operation said so. */
  readonly method?: string;
  readonly bulkId?: string;
  /** The resource that it is about, as far as there is one. */
  readonly resource?: { readonly type: ResourceType; readonly id: string };
  readonly version?: string;
  readonly status: number;
  readonly error?: ScimError;
}

/** The answer to a Bulk request (RFC 7644 §3.7.3): resources are told by their addresses, errors as they are. */
export const representBulk = (results: readonly BulkResult[], baseUrl: string): Record<string, unknown> => ({
  schemas: [BULK_RESPONSE],
  Operations: results.map((result) => representResult(result, baseUrl)),
});

const representResult = ({ method, bulkId, resource, version, status, error }: BulkResult, baseUrl: string) => ({
  ...(resource && { location: locationOf(baseUrl, resource.type, encodeURIComponent(resource.id)) }),
  ...(method !== undefined && { method }),
  ...(bulkId !== undefined && { bulkId }),
  ...(version !== undefined && { version }),
  status: String(status),
  ...(error && { response: representError(error) }),
});
