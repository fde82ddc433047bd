import { createHash, randomBytes } from 'node:crypto';

/** Where invitations are accepted, without a slash at the end. */
export const INVITATION_PATH = '/invitations';

/** How long a link works. */
export const LINK_DAYS = 7;

export interface MintedLink {
  /** What the link ends with; stored nowhere. */
  readonly token: string;
  readonly digest: Buffer;
}

/** A new invitation's link: 256 random bits. */
export function mintLink(): MintedLink {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOf(token) };
}

/** What to look a token up by; `undefined` for a text that we never gave out, so that a guess costs no query. */
export const linkDigest = (token: string): Buffer | undefined => (FORM.test(token) ? digestOf(token) : undefined);

const FORM = /^[\w-]{43}$/;
const digestOf = (token: string) => createHash('sha256').update(token).digest();
