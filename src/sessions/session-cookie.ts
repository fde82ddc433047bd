import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'ruleforge_session';

export interface MintedSession {
  /** What the browser keeps; stored nowhere else. */
  readonly cookie: string;
  readonly digest: Buffer;
}

/** A new session's cookie: 256 random bits. */
export function mintSession(): MintedSession {
  const cookie = randomBytes(32).toString('base64url');
  return { cookie, digest: digestOf(cookie) };
}

/** What to look a cookie up by; `undefined` for a text that we never gave out, so that a guess costs no query. */
export const sessionDigest = (cookie: string): Buffer | undefined => (FORM.test(cookie) ? digestOf(cookie) : undefined);

const FORM = /^[\w-]{43}$/;
const digestOf = (cookie: string) => createHash('sha256').update(cookie).digest();
