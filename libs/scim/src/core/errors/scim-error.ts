/** The keywords of RFC 7644 §3.12, table 9, and of RFC 9865 §2.1. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount';

interface Extra {
  readonly cause?: unknown;
  /** Response headers that belong to the error, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as the protocol says it: HTTP status, keyword, and a sentence that an IdP's administrator can act on. */
export class ScimError extends Error {
  readonly headers: Readonly<Record<string, string>>;

  private constructor(
    readonly status: number,
    readonly scimType: ScimType | undefined,
    readonly detail: string,
    extra: Extra = {},
  ) {
    super(detail, { cause: extra.cause });
    this.name = 'ScimError';
    this.headers = extra.headers ?? {};
  }

  /** RFC 9865 §2.1; §5.2: one answer, whatever is wrong with it. */
  static invalidCursor() {
    return new ScimError(
      400,
      'invalidCursor',
      'The cursor is none of this query: send it as nextCursor gave it, with the same filter and sorting, or begin anew.',
    );
  }

  /** RFC 9865 §2.1 */
  static expiredCursor(lifetimeSeconds: number) {
    return new ScimError(
      400,
      'expiredCursor',
      `The cursor has expired: ask for the next page within ${lifetimeSeconds} s, or begin anew with an empty cursor.`,
    );
  }

  /** RFC 9865 §2.1 */
  static invalidCount(detail: string) {
    return new ScimError(400, 'invalidCount', detail);
  }

  static invalidFilter(detail: string) {
    return new ScimError(400, 'invalidFilter', detail);
  }

  static invalidPath(detail: string) {
    return new ScimError(400, 'invalidPath', detail);
  }

  static invalidSyntax(detail: string) {
    return new ScimError(400, 'invalidSyntax', detail);
  }

  static invalidValue(detail: string, cause?: unknown) {
    return new ScimError(400, 'invalidValue', detail, { cause });
  }

  static mutability(detail: string) {
    return new ScimError(400, 'mutability', detail);
  }

  static noTarget(detail: string) {
    return new ScimError(400, 'noTarget', detail);
  }

  static tooMany(detail: string) {
    return new ScimError(400, 'tooMany', detail);
  }

  static uniqueness(detail: string, cause?: unknown) {
    return new ScimError(409, 'uniqueness', detail, { cause });
  }

  /** RFC 7644 §3.7.1: an operation that refers to what is not there. */
  static conflict(detail: string) {
    return new ScimError(409, undefined, detail);
  }

  /** RFC 6750 §3: `challenge` is the value of `WWW-Authenticate`. */
  static unauthorized(detail: string, challenge: string) {
    return new ScimError(401, undefined, detail, { headers: { 'WWW-Authenticate': challenge } });
  }

  static forbidden(detail: string) {
    return new ScimError(403, undefined, detail);
  }

  /** RFC 6750 §3.1: `challenge` tells the scope that is needed. */
  static insufficientScope(detail: string, challenge: string) {
    return new ScimError(403, undefined, detail, { headers: { 'WWW-Authenticate': challenge } });
  }

  static notFound(detail = 'Resource not found.') {
    return new ScimError(404, undefined, detail);
  }

  static methodNotAllowed(allowed: readonly string[]) {
    const allow = allowed.join(', ');
    return new ScimError(405, undefined, `This endpoint answers ${allow} only.`, { headers: { Allow: allow } });
  }

  static preconditionFailed() {
    return new ScimError(
      412,
      undefined,
      'The resource was changed meanwhile: its version is no longer the one in If-Match. Read it again.',
    );
  }

  static payloadTooLarge(limit: number) {
    return new ScimError(413, undefined, `The body is larger than ${limit} bytes, the most this service takes.`);
  }

  /** RFC 7644 §3.7.4 */
  static tooManyOperations(limit: number) {
    return new ScimError(
      413,
      undefined,
      `There are more Operations than maxOperations (${limit}): send them in parts.`,
    );
  }

  static unsupportedMediaType() {
    return new ScimError(415, undefined, 'Send the body as application/scim+json or application/json.');
  }

  static tooManyRequests(retryAfterSeconds: number) {
    return new ScimError(429, undefined, `Too many requests. Try again in ${retryAfterSeconds} s.`, {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    });
  }

  static headersTooLarge() {
    return new ScimError(431, undefined, 'The headers of the request, its address among them, are too large.');
  }

  static internal(cause: unknown) {
    return new ScimError(
      500,
      undefined,
      'This request met a defect of ours; nothing was changed. Give its X-Request-Id to support.',
      { cause },
    );
  }

  static notImplemented(detail: string) {
    return new ScimError(501, undefined, detail);
  }

  /** Our own trouble, never the client's: it may repeat the request (RFC 9110 §15.6.4). */
  static unavailable(cause?: unknown, retryAfterSeconds = 5) {
    return new ScimError(503, undefined, 'The service cannot answer just now. Repeat the request later.', {
      cause,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    });
  }
}
