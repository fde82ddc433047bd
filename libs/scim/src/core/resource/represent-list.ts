const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/**
 * One page of `total` resources (RFC 7644 §3.4.2). `Resources` is there also when it is empty, for Entra ID and Auth0
 * read it without asking; `itemsPerPage` is what the page has, for Pocket ID adds it to `startIndex`.
 * https://github.com/pocket-id/pocket-id/blob/d258d952b1573300860aff369e300a76f6fb5f09/backend/internal/scimsync/service.go
 */
export const representList = (
  total: number,
  startIndex: number,
  resources: readonly Readonly<Record<string, unknown>>[],
): Record<string, unknown> => ({
  schemas: [LIST_RESPONSE],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
