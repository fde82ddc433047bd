import { SecretUnreadable } from '../../secrets/secret-errors.js';

/** Why an attempt failed, as administrators are told; nothing that the receiver said is among it. */
export type DeliveryFailure =
  | 'address_refused'
  | 'host_not_found'
  | 'no_connection'
  | 'tls'
  | 'timeout'
  | 'status'
  | 'refused'
  | 'secret_unreadable';

const BY_CODE = new Map<unknown, DeliveryFailure>([
  ['ERR_ADDRESS_REFUSED', 'address_refused'],
  ['ENOTFOUND', 'host_not_found'],
  ['EAI_AGAIN', 'host_not_found'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
]);

const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO)/;

/** What an error of the HTTP client means. */
export function describeFailure(error: unknown): DeliveryFailure {
  if (!(error instanceof Error)) return 'no_connection';
  if (error instanceof SecretUnreadable) return 'secret_unreadable';
  if (error.name === 'TimeoutError') return 'timeout';
  const code = 'code' in error ? error.code : undefined;
  const known = BY_CODE.get(code);
  if (known) return known;
  return typeof code === 'string' && TLS.test(code) ? 'tls' : 'no_connection';
}
