import type { Translated } from '../../web/language.js';
import type { ProvidersMessages } from './providers-messages.js';
import { PROVIDERS_IN_ENGLISH } from './providers-messages-en.js';
import { PROVIDERS_IN_PORTUGUESE } from './providers-messages-pt.js';

export const PROVIDERS_MESSAGES: Translated<ProvidersMessages> = {
  en: PROVIDERS_IN_ENGLISH,
  pt: PROVIDERS_IN_PORTUGUESE,
};
