/** The answer to a request that failed, as the product's API documents it. */
export interface ProductError {
  readonly code: string;
  readonly message: string;
  readonly detail: string;
  readonly hint: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly debug_id: string | null;
  readonly request_id: string | null;
}

const CODES = new Map<number, string>([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'conflict'],
  [413, 'payload_too_large'],
  [415, 'unsupported_media_type'],
  [422, 'request_validation_failed'],
  [429, 'rate_limited'],
  [503, 'service_unavailable'],
]);

export const toProductError = (
  status: number,
  message: string,
  requestId: string | undefined,
  details: Readonly<Record<string, unknown>> = {},
): ProductError => ({
  code: CODES.get(status) ?? (status >= 500 ? 'internal_error' : 'bad_request'),
  message,
  detail: message,
  hint: null,
  details,
  debug_id: requestId ?? null,
  request_id: requestId ?? null,
});
