import { domainToASCII } from 'node:url';
import { isFQDN } from 'class-validator';

/** The one form of an e-mail domain, in ASCII and lower case, with or without its `@`; `undefined` for what is none. */
export function emailDomain(text: string): string | undefined {
  const domain = text.trim().replace(/^@/, '');
  const ascii = LETTERS.test(domain) ? domainToASCII(domain) : '';
  return isFQDN(ascii) ? ascii.toLowerCase() : undefined;
}

/** What follows anything else would be cut off without a word. */
const LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** The domain of an address in the form of `addressKey`. */
export const domainOfKey = (addressKey: string): string => addressKey.slice(addressKey.lastIndexOf('@') + 1);
