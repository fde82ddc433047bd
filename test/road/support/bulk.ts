import type { Answer } from './scim-client.js';

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
export const BULK_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** One operation of an answer, as far as tests look at it. */
export interface BulkResult {
  readonly method: string;
  readonly bulkId?: string;
  readonly location?: string;
  readonly version?: string;
  readonly status: string;
  readonly response?: { readonly detail: string; readonly scimType?: string };
}

export const bulkOf = (...operations: readonly unknown[]) => ({ schemas: [BULK_REQUEST], Operations: operations });

/** An operation that creates. */
export const creates = (endpoint: '/Users' | '/Groups', bulkId: string, data: object) => ({
  method: 'POST',
  path: endpoint,
  bulkId,
  data,
});

/** What came of each operation of a request that was answered with 200. */
export function resultsOf({ status, text, body }: Answer): readonly BulkResult[] {
  if (status !== 200) throw new Error(`POST /Bulk: ${status} ${text}`);
  return body['Operations'] as readonly BulkResult[];
}

export const statusesOf = (answer: Answer) => resultsOf(answer).map(({ status }) => status);

/** The id at the end of a location. */
export const idOf = (result: BulkResult | undefined) => result?.location?.split('/').at(-1) ?? '';
