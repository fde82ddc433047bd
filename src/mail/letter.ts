import type { Translated } from '../web/language.js';

/** What a mail says, before it is given its form. Every text is plain. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, between the paragraphs and the closing. */
  readonly action?: { readonly label: string; readonly url: string };
  /** In small print. */
  readonly closing: readonly string[];
}

/** A letter in every language, about such values. */
export type LetterTemplate<Values> = Translated<(values: Values) => Letter>;

/**
 * A name that somebody chose, as a letter may hold it: on one line, of bounded length, and in such a form that no mail
 * program makes a link of it.
 */
export const inLetter = (name: string): string =>
  Array.from(name.replaceAll(/\p{Cc}+/gu, ' ').trim())
    .slice(0, LONGEST_NAME)
    .join('')
    .replaceAll(/(?<=\S)[.:/@](?=\S)/gu, (mark) => `${mark}${ZERO_WIDTH_SPACE}`);

const LONGEST_NAME = 120;
const ZERO_WIDTH_SPACE = '\u200B';
