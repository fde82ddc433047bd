import { OAuthError } from './oauth-error.js';
import { readScopes, type Scope } from './scopes.js';

/** What a client says to prove who it is (RFC 6749 §2.3, RFC 7523 §2.2). */
export type ClientProof =
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly kind: 'assertion'; readonly clientId?: string; readonly assertion: string };

/** A request for an access token with the client's own rights (RFC 6749 §4.4.2). */
export interface TokenRequest {
  readonly proof: ClientProof;
  /** What is asked for; all that the client may have when it is empty. */
  readonly scopes: readonly Scope[];
}

/**
 * Reads the form of a token request, and the `Authorization` header if there is one. Parameters without a value count as
 * left out, unknown ones are ignored (RFC 6749 §3.2).
 *
 * @throws OAuthError 400 `invalid_request`, `unsupported_grant_type`, `invalid_scope`; 401 for a header that is no Basic one
 */
export function readTokenRequest(form: string, authorization?: string): TokenRequest {
  const read = readerOf(new URLSearchParams(form));
  const grantType = read('grant_type');
  if (grantType === undefined) throw OAuthError.invalidRequest('Send grant_type=client_credentials in the body.');
  if (grantType !== 'client_credentials') throw OAuthError.unsupportedGrantType();
  return { proof: readProof(read, authorization), scopes: readScopes(read('scope')) };
}

type Reader = (name: keyof typeof LONGEST) => string | undefined;

const readerOf =
  (parameters: URLSearchParams): Reader =>
  (name) => {
    const values = parameters.getAll(name);
    if (values.length > 1) throw OAuthError.invalidRequest(`Send ${name} once only.`);
    const [value = ''] = values;
    if (value.length > LONGEST[name]) throw OAuthError.invalidRequest(`The value of ${name} is too long.`);
    return value === '' ? undefined : value;
  };

function readProof(read: Reader, authorization: string | undefined): ClientProof {
  const [clientId, secret] = [read('client_id'), read('client_secret')];
  const [assertion, assertionType] = [read('client_assertion'), read('client_assertion_type')];
  const basic = authorization === undefined ? undefined : readBasic(authorization);
  if ([basic, secret, assertion].filter((proof) => proof !== undefined).length > 1) {
    throw OAuthError.invalidRequest(
      'Prove who you are in one way only: by Basic, by client_secret or by client_assertion.',
    );
  }
  if (basic) {
    if (clientId === undefined || clientId === basic.clientId) return basic;
    throw OAuthError.invalidRequest('The client_id in the body is not the one in the Authorization header.');
  }
  if (assertion !== undefined) {
    if (assertionType === ASSERTION_TYPE) return { kind: 'assertion', clientId, assertion };
    throw OAuthError.invalidRequest(`Send client_assertion_type=${ASSERTION_TYPE}.`);
  }
  if (clientId !== undefined && secret !== undefined) return { kind: 'secret', clientId, secret };
  throw OAuthError.invalidClient(
    'Prove who you are: by client_id and client_secret in the body or as Basic, or by client_assertion.',
  );
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
function readBasic(authorization: string): ClientProof & { kind: 'secret' } {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]{1,1024}={0,2})$/i.exec(authorization) ?? [];
  if (encoded === undefined) throw OAuthError.invalidClient('The Authorization header is not a Basic one.');
  const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  const secret = decode(rest.join(':'));
  return { kind: 'secret', clientId: decode(clientId), secret };
}

const decode = (text: string) => new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text') ?? '';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const LONGEST = {
  grant_type: 200,
  scope: 200,
  client_id: 200,
  client_secret: 400,
  client_assertion: 8_192,
  client_assertion_type: 200,
};
