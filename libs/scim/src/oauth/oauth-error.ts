/** The words of RFC 6749 §5.2, and those of §4.1.2.1 for what is no fault of the client's. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable'
  | 'server_error';

interface Extra {
  readonly cause?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal as the token endpoint says it (RFC 6749 §5.2): status, code, and a sentence that an administrator can act on, of
 * ASCII without quotation marks.
 */
export class OAuthError extends Error {
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: OAuthErrorCode,
    readonly detail: string,
    extra: Extra = {},
  ) {
    super(detail, { cause: extra.cause });
    this.name = 'OAuthError';
    this.headers = extra.headers ?? {};
  }

  static invalidRequest(detail: string, status: 400 | 413 = 400) {
    return new OAuthError(status, 'invalid_request', detail);
  }

  /** One answer to whoever has no good credential, whatever is wrong. RFC 9110 §15.5.2: a 401 says how to do better. */
  static invalidClient(detail = 'There is no such client here, or this is not its secret or its assertion.') {
    return new OAuthError(401, 'invalid_client', detail, { headers: { 'WWW-Authenticate': 'Basic realm="scim"' } });
  }

  static unauthorizedClient(detail: string) {
    return new OAuthError(400, 'unauthorized_client', detail);
  }

  static unsupportedGrantType() {
    return new OAuthError(400, 'unsupported_grant_type', 'The only grant_type is client_credentials.');
  }

  static invalidScope(detail: string) {
    return new OAuthError(400, 'invalid_scope', detail);
  }
}
