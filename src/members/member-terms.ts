import { foldText } from '../users/canonical-text.js';

/** Characters of a term that are kept: an index row has room for no more. */
export const TERM_LENGTH = 200;

/** The form in which a text is looked up, cut to `TERM_LENGTH` characters; not unique, so a hit is checked again. */
export const toTerm = (text: string): string => cut(foldText(text));

/** The words by which somebody searches; of a member found, some term begins with each of them. */
export const searchWords = (text: string): string[] =>
  [...new Set(toTerm(text).match(SPOKEN_WORD))].slice(0, MOST_WORDS);

/**
 * Everything by which a member is looked up: each of `exact`, folded texts, whole (the name shown, userName,
 * addresses), and the words of the name as far as none of those begins with them.
 */
export function termsOf(name: string, exact: Iterable<string>): string[] {
  const terms = new Set(Array.from(exact, cut));
  for (const word of wordsOf(name)) {
    if (!Array.from(terms).some((term) => term.startsWith(word))) terms.add(word);
  }
  terms.delete('');
  return [...terms].sort();
}

/** Of a double name the whole first, then its parts. */
function wordsOf(name: string): string[] {
  const spoken = (toTerm(name).match(SPOKEN_WORD) ?? []).slice(0, MOST_WORDS);
  return [...spoken, ...spoken.flatMap((word) => word.match(PART) ?? [])];
}

const cut = (text: string) => (text.length <= TERM_LENGTH ? text : Array.from(text).slice(0, TERM_LENGTH).join(''));

const MOST_WORDS = 16;
const SPOKEN_WORD = /[\p{L}\p{N}](?:[^\s,;\0]*[\p{L}\p{N}\p{M}])?/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;
