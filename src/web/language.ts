import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';

/** The languages that every screen speaks. A language added here must be given to every screen before it compiles. */
export const LANGUAGES = ['en', 'pt'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What somebody reads of whom nothing is known. */
const DEFAULT_LANGUAGE: Language = 'en';

/** A text that each language has: one object a screen holds them all. */
export type Translated<Messages> = Readonly<Record<Language, Messages>>;

/** The language of an account, or the default one when it is none that the screens speak. */
export const toLanguage = (locale: string): Language =>
  LANGUAGES.find((language) => language === locale) ?? DEFAULT_LANGUAGE;

/** What a browser wishes to read, for pages that nobody is signed in to see (RFC 9110 §12.5.4). */
export const languageOf = (headers: IncomingHttpHeaders): Language =>
  toLanguage(new Negotiator({ headers }).language([...LANGUAGES]) ?? DEFAULT_LANGUAGE);
