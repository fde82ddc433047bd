import { domainToASCII } from 'node:url';
import { isEmail } from 'class-validator';
import { foldText, isIdentifier } from './canonical-text.js';

/**
 * The one form under which an e-mail address is compared, its domain in ASCII; `undefined` for a text that is none.
 * Nothing else is folded: `a+b@` and `a.b@` are addresses of their own.
 */
export function addressKey(text: string): string | undefined {
  const address = text.trim();
  if (address.length > LONGEST || !isEmail(address) || !isIdentifier(address) || AMBIGUOUS.test(address))
    return undefined;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? undefined : `${foldText(address.slice(0, at))}@${domain}`;
}

const LONGEST = 254;
/** A quoted local part or an encoded word: mail programs differ in whom they mean. */
const AMBIGUOUS = /"|=\?/;
