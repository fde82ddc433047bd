const SERVICE_PROVIDER_CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

/** The part of the configuration that is not the same everywhere. */
export interface ServiceLimits {
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
  readonly documentationUri?: string;
}

/**
 * What the service can do (RFC 7643 §5), and how it pages (RFC 9865 §4). `bulk` has its numbers also while there is none:
 * authentik refuses a configuration without `maxOperations`, and reads 0 as "no limit to a PATCH".
 * https://github.com/goauthentik/authentik/issues/25056
 */
export const representServiceProviderConfig = (
  { defaultPageSize, maxPageSize, documentationUri }: ServiceLimits,
  location: string,
): Record<string, unknown> => ({
  schemas: [SERVICE_PROVIDER_CONFIG],
  ...(documentationUri !== undefined && { documentationUri }),
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: maxPageSize },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  pagination: { index: true, cursor: false, defaultPaginationMethod: 'index', defaultPageSize, maxPageSize },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token of the connection in the Authorization header, as RFC 6750 has it.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location },
});
