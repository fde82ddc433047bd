const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** Which part of a list a page is: from a position on (RFC 7644 §3.4.2.4), or up to a cursor, none after the last (RFC 9865 §2). */
export interface Page {
  readonly total: number;
  readonly startIndex?: number;
  readonly nextCursor?: string;
}

/**
 * One page of resources (RFC 7644 §3.4.2). `Resources` is there also when it is empty, for Entra ID and Auth0
 * read it without asking; `itemsPerPage` is what the page has, for Pocket ID adds it to `startIndex`.
 * https://github.com/pocket-id/pocket-id/blob/d258d952b1573300860aff369e300a76f6fb5f09/backend/internal/scimsync/service.go
 */
export const representList = (
  { total, startIndex, nextCursor }: Page,
  resources: readonly Readonly<Record<string, unknown>>[],
): Record<string, unknown> => ({
  schemas: [LIST_RESPONSE],
  totalResults: total,
  ...(startIndex !== undefined && { startIndex }),
  itemsPerPage: resources.length,
  ...(nextCursor !== undefined && { nextCursor }),
  Resources: resources,
});
