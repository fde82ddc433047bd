import type { ListedToken } from '@ruleforge/scim';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { CREDENTIALS_MESSAGES } from './credentials-messages.js';

export interface LastUseProps {
  readonly of: Pick<ListedToken, 'lastUsedAt' | 'lastUsedAddress' | 'lastUsedClient'>;
  readonly language: Language;
}

/** When, from where and by which program a credential was used last. */
export const LastUse = ({ of: { lastUsedAt, lastUsedAddress, lastUsedClient }, language }: LastUseProps) => {
  const messages = CREDENTIALS_MESSAGES[language];
  if (!lastUsedAt) return <>{messages.never}</>;
  return (
    <>
      <Moment at={lastUsedAt} language={language} />{' '}
      <span class="muted">{messages.from(lastUsedAddress ?? '', lastUsedClient ?? '')}</span>
    </>
  );
};
