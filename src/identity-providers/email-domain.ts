import { domainToASCII } from 'node:url';
import { isFQDN } from 'class-validator';

/** The one form of an e-mail domain, in ASCII and lower case, with or without its `@`; `undefined` for what is none. */
export function emailDomain(text: string): string | undefined {
  const domain = domainToASCII(text.trim().replace(/^@/, ''));
  return isFQDN(domain) ? domain.toLowerCase() : undefined;
}

/** The domain of an address in the form of `addressKey`. */
export const domainOfKey = (addressKey: string): string => addressKey.slice(addressKey.lastIndexOf('@') + 1);
