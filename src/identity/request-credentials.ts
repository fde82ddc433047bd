import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from '../sessions/session-cookie.js';

/** The value of the session cookie that a browser sent. */
export function sessionCookieOf({ cookie }: IncomingHttpHeaders): string | undefined {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(PREFIX))?.slice(PREFIX.length);
}

/** The API key that a program sent, as `Authorization: Bearer` or as `X-API-Key`. */
export function apiKeyOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-api-key'];
  const [, bearer] = BEARER.exec(headers.authorization ?? '') ?? [];
  return typeof given === 'string' ? given : bearer;
}

const PREFIX = `${SESSION_COOKIE}=`;
const BEARER = /^bearer ([\x21-\x7e]+)$/i;
