import type { ConnectionProvider } from '../../connections/connection-provider.js';
import type { Translated } from '../../web/language.js';
import { ENGLISH_GUIDES } from './guide-texts-en.js';
import { PORTUGUESE_GUIDES } from './guide-texts-pt.js';

/** What to do in a provider's console. Names of its fields and buttons stay as the console has them. */
export interface GuideTexts {
  /** Before the base URL and the token are entered. */
  readonly before: readonly string[];
  /** After that. */
  readonly after: readonly string[];
  /** What people stumble over. */
  readonly traps: readonly string[];
}

/** By language and provider. */
export const GUIDE_TEXTS: Translated<Readonly<Record<ConnectionProvider, GuideTexts>>> = {
  en: ENGLISH_GUIDES,
  pt: PORTUGUESE_GUIDES,
};
