import { AddressRefused } from '../outbound/public-lookup.js';
import { AnswerInvalid, ClientRejected, ProviderAway, ProviderRefused } from './sign-in-errors.js';

/** What went wrong while talking to a provider, as a sign-in says it; what is no such thing is left as it is. */
export async function toSignInError(error: unknown): Promise<unknown> {
  const { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } =
    await import('openid-client');
  if (error instanceof AuthorizationResponseError) return new ProviderRefused(error.error, error);
  if (error instanceof ResponseBodyError) {
    return REJECTIONS.has(error.error) ? new ClientRejected(error) : new AnswerInvalid(error);
  }
  if (error instanceof WWWAuthenticateChallengeError) return new AnswerInvalid(error);
  if (error instanceof ClientError) return NETWORK.has(error.code) ? new ProviderAway(error) : new AnswerInvalid(error);
  return isOfNetwork(error) ? new ProviderAway(error) : error;
}

/** What `fetch` throws, and what it is kept from asking. */
const isOfNetwork = (error: unknown) =>
  error instanceof TypeError || error instanceof AddressRefused || error instanceof DOMException;

/** RFC 6749 §5.2: it is RuleForge that is refused, not the person. */
const REJECTIONS: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client']);

const NETWORK: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
