import { SCOPES } from './scopes.js';
import { ASSERTION_ALGORITHMS } from './verify-assertion.js';

/** What an authorization server says of itself (RFC 8414 §2): here a connection, which knows the client credentials grant only. */
export const representAuthorizationServer = (issuer: string, tokenEndpoint: string) => ({
  issuer,
  token_endpoint: tokenEndpoint,
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
  scopes_supported: SCOPES,
  response_types_supported: [],
});
