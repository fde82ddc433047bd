import type { IncomingHttpHeaders } from 'node:http';

/** The value of the cookie of that name, as a browser sent it. */
export function cookieOf({ cookie }: IncomingHttpHeaders, name: string): string | undefined {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The API key that a program sent, as `Authorization: Bearer` or as `X-API-Key`. */
export function apiKeyOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-api-key'];
  const [, bearer] = BEARER.exec(headers.authorization ?? '') ?? [];
  return typeof given === 'string' ? given : bearer;
}

const BEARER = /^bearer ([\x21-\x7e]+)$/i;
