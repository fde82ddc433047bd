const SERVICE_PROVIDER_CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

/** The part of the configuration that is not the same everywhere. */
export interface ServiceLimits {
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
  /** Operations of a Bulk request. */
  readonly maxOperations: number;
  /** Bytes of a Bulk request. */
  readonly maxPayloadSize: number;
  /** Seconds. */
  readonly cursorTimeout: number;
  readonly documentationUri?: string;
}

/**
 * What the service can do (RFC 7643 §5), and how it pages (RFC 9865 §4). authentik refuses a
 * configuration without `maxOperations`, and sends at most so many operations in a PATCH.
 * https://github.com/goauthentik/authentik/issues/25056
 */
export const representServiceProviderConfig = (
  { defaultPageSize, maxPageSize, maxOperations, maxPayloadSize, cursorTimeout, documentationUri }: ServiceLimits,
  location: string,
): Record<string, unknown> => ({
  schemas: [SERVICE_PROVIDER_CONFIG],
  ...(documentationUri !== undefined && { documentationUri }),
  patch: { supported: true },
  bulk: { supported: true, maxOperations, maxPayloadSize },
  filter: { supported: true, maxResults: maxPageSize },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  pagination: {
    index: true,
    cursor: true,
    defaultPaginationMethod: 'index',
    defaultPageSize,
    maxPageSize,
    cursorTimeout,
  },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token of the connection in the Authorization header, as RFC 6750 has it.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
    {
      type: 'oauth2',
      name: 'OAuth 2.0 client credentials',
      description:
        'Short-lived tokens for a client of the connection, which has a secret or signs (RFC 7523). Where to get them, the metadata of the connection says (RFC 8414).',
      specUri: 'https://www.rfc-editor.org/info/rfc6749',
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location },
});
