import type { ScimError } from './scim-error.js';

const ERROR_URN = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The body of an error response; `status` is text (RFC 7644 §3.12). */
export const representError = ({ status, scimType, detail }: ScimError) => ({
  schemas: [ERROR_URN],
  status: String(status),
  ...(scimType && { scimType }),
  detail,
});
