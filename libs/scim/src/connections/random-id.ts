import { randomBytes } from 'node:crypto';

/** An id that nobody guesses, of lower-case letters and digits: it stands in addresses, where Okta refuses `_`. */
export const randomId = (): string =>
  BigInt(`0x${randomBytes(15).toString('hex')}`)
    .toString(36)
    .padStart(24, '0');

/** Whether a text may be such an id, which `v2` is not; anything else costs no query. */
export const isId = (text: string): boolean => /^[a-z0-9]{3,40}$/.test(text);
