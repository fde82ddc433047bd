import { Injectable, type PipeTransform } from '@nestjs/common';
import { OAuthError } from '../oauth/oauth-error.js';
import { readTokenRequest, type TokenRequest } from '../oauth/read-token-request.js';
import type { HttpRequest } from './exchange-of.js';
import { hasTwoCredentials } from './has-two-credentials.js';
import { RawBody } from './raw-body.js';
import { readQuery } from './read-query.js';

const MEDIA_TYPE = /^\s*application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;
const LONGEST_FORM = 16_384;

/**
 * The form that asks for an access token (RFC 6749 §4.4.2), from the body and the `Authorization` header only.
 * @throws OAuthError 400, 401, 413
 */
@Injectable()
export class TokenRequestPipe implements PipeTransform<HttpRequest, TokenRequest> {
  transform(request: HttpRequest): TokenRequest {
    const form = readForm(request.body);
    // RFC 6749 §2.3.1, §3.2: what stands in addresses gets into logs.
    const query = readQuery(request.query);
    if (PARAMETERS.some((name) => query.has(name))) {
      throw OAuthError.invalidRequest(
        'Send all parameters in the body, and none in the address. Change the secret if it was there.',
      );
    }
    if (hasTwoCredentials(request)) throw OAuthError.invalidClient('Send one Authorization header only.');
    const { authorization } = request.headers;
    return readTokenRequest(form, typeof authorization === 'string' ? authorization : undefined);
  }
}

function readForm(body: unknown): string {
  if (!(body instanceof RawBody)) throw OAuthError.invalidRequest(EXPECTED);
  if (!body.bytes || body.bytes.length > LONGEST_FORM) {
    throw OAuthError.invalidRequest(
      `The body is larger than ${LONGEST_FORM} bytes, the most this endpoint takes.`,
      413,
    );
  }
  const { mediaType = '', encoding = 'identity' } = body;
  if (!MEDIA_TYPE.test(mediaType) || encoding !== 'identity') throw OAuthError.invalidRequest(EXPECTED);
  return body.bytes.toString();
}

const EXPECTED = 'Send the parameters in the body, as application/x-www-form-urlencoded.';
const PARAMETERS = ['grant_type', 'client_id', 'client_secret', 'client_assertion', 'access_token'];
