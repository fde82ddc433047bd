import { foldText } from '../../users/canonical-text.js';

/** In what two names differ that look the same, or nearly so. */
export type Difference = 'case' | 'blanks' | 'invisible';

/** Blanks of every kind. */
const BLANKS =
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
/** What shows nothing at all: soft hyphen, joiners, marks of direction, byte order mark and the like. */
const INVISIBLE =
  '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff';

/** Every character that a near miss may have and the name may not. */
export const UNSEEN = BLANKS + INVISIBLE;

/** Equal for names that somebody may take for one another. */
export const nearMissKey = (name: string): string => without(UNSEEN, foldText(name));

/** In what they differ; nothing, when a group has exactly the name. */
export function differencesOf(name: string, other: string): Difference[] {
  const differences: Difference[] = [];
  const [seen, otherSeen] = [without(INVISIBLE, name), without(INVISIBLE, other)];
  if (name !== other && name.length - seen.length + other.length - otherSeen.length > 0) differences.push('invisible');
  if (foldText(seen) !== foldText(otherSeen)) differences.push('blanks');
  const [bare, otherBare] = [without(UNSEEN, name), without(UNSEEN, other)];
  if (bare.normalize('NFC') !== otherBare.normalize('NFC')) differences.push('case');
  return differences;
}

const without = (characters: string, text: string) =>
  Array.from(text)
    .filter((character) => !characters.includes(character))
    .join('');
