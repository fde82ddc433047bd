/** What stands between words, in every language: ASCII that is neither letter nor digit. */
const WORD_BREAKS = /[^0-9A-Za-z\u0080-\u{10FFFF}]+/u;

const MOST_WORDS = 10;
const LONGEST_WORD = 100;

/** The words of a text that somebody searches by. */
export const spokenWords = (text: string): string[] =>
  text
    .split(WORD_BREAKS)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));

/**
 * That of terms, `<organization>/<word>` each, some begin with each word. The words are folded where the index folds them: in
 * the database. `words` is the SQL of them with blanks between; $1 is the organization.
 */
export const beginWith = (terms: string, words: string): string =>
  `${terms} @@ ('''' || $1::text || '/' || replace(lower(${words}::text), ' ', ''':* & ''' || $1::text || '/') || ''':*')::tsquery`;
