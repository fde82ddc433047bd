/** What an entry is found by, in lower case as the database's locale has it. */
export const AUDIT_SAID = `lower(left(actor_name, 200) || ' ' || action || ' ' || left(subject_name, 400))`;

/** A sign between words, in every language: ASCII that is neither letter nor digit. */
const WORD_BREAK = String.raw`[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]`;

/**
 * What an entry is found by: each word as `<organization>/<word>`, so that one index serves every organization and none pays
 * for another. The expression of the index, word for word; it has the kind too, which an index of its own finds in order.
 */
export const AUDIT_TERMS = `
  array_to_tsvector(string_to_array(
    organization_id::text || '#' || subject_kind || ' ' || organization_id::text || '/' || regexp_replace(
      ${AUDIT_SAID},
      '${WORD_BREAK}+', ' ' || organization_id::text || '/', 'g'
    ), ' '))`;

/**
 * That in `said`, an `AUDIT_SAID`, some words begin with each of `words`, which are the SQL of them: what the index finds, at a
 * fifth of the cost of its expression. A word is letters and digits, and so the same in a pattern. Most entries do not even
 * have it in the midst of a word, which is seen soonest.
 */
export function saysAll(said: string, words: readonly string[]): string {
  if (words.length === 0) return 'TRUE';
  const begins = words.map((word) => `${said} ~ ('(^|${WORD_BREAK})' || lower(${word}::text))`);
  return `CASE WHEN ${words.map((word) => has(said, word)).join(' AND ')} THEN ${begins.join(' AND ')} ELSE FALSE END`;
}

/** That `said` has the word at any place. */
export const has = (said: string, word: string): string => `${said} LIKE '%' || lower(${word}::text) || '%'`;
