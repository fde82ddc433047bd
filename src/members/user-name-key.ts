import { foldText, isIdentifier } from '../users/canonical-text.js';
import { InvalidUserName } from './member-errors.js';

/**
 * The one form under which a userName is compared (PRECIS UsernameCaseMapped, RFC 8265 §3.3): blanks around it cut off,
 * NFC, lower case code point by code point.
 * @throws InvalidUserName
 */
export function userNameKey(userName: string): string {
  const key = findUserNameKey(userName);
  if (key === undefined) throw new InvalidUserName();
  return key;
}

/** Like `userNameKey`; `undefined` for what can be nobody's userName. */
export function findUserNameKey(userName: string): string | undefined {
  const trimmed = userName.trim();
  return trimmed !== '' && trimmed.length <= LONGEST && isIdentifier(trimmed)
    ? foldText(trimmed).normalize('NFC')
    : undefined;
}

const LONGEST = 256;
