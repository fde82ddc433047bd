import type { ListedToken } from '@ruleforge/scim';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { toCredentialsPath } from '../provisioning/provisioning-path.js';
import { CREDENTIALS_MESSAGES } from './credentials-messages.js';
import { LastUse } from './last-use.js';
import { RevokeForm } from './revoke-form.js';
import { RotateForm } from './rotate-form.js';

export interface TokenCardProps {
  readonly token: ListedToken;
  readonly connectionId: string;
  readonly language: Language;
}

/** A token that opens the connection: until when, by whom it was used last, and what can be done with it. */
export const TokenCard = ({ token, connectionId, language }: TokenCardProps) => {
  const messages = CREDENTIALS_MESSAGES[language];
  const path = `${toCredentialsPath(connectionId)}/tokens/${token.id}`;
  return (
    <article class="credential" aria-label={token.label}>
      <h3>
        <span class="credential__label">{token.label}</span>
        <span class={token.state === 'live' ? 'chip chip--dot chip--good' : 'chip chip--dot chip--note'}>
          {messages.states[token.state]}
        </span>
        {token.access === 'read' && <span class="chip">{messages.readOnly}</span>}
      </h3>
      <dl>
        <div>
          <dt>{messages.ends}</dt>
          <dd class={token.expiresInDays <= SOON_DAYS ? 'credential__soon' : undefined}>
            <Moment at={token.expiresAt} language={language} /> ({messages.daysLeft(token.expiresInDays)})
          </dd>
        </div>
        <div>
          <dt>{messages.lastUse}</dt>
          <dd>
            <LastUse of={token} language={language} />
          </dd>
        </div>
        <div>
          <dt>ID</dt>
          <dd>
            <code>rfscim_{token.id}_…</code>
          </dd>
        </div>
      </dl>
      {token.usedAfterRotation && <p class="credential__warning">{messages.stillUsed}</p>}
      <div class="credential__actions">
        {token.state === 'live' && <RotateForm path={path} label={token.label} messages={messages} />}
        <RevokeForm path={path} label={token.label} messages={messages} />
      </div>
    </article>
  );
};

const SOON_DAYS = 30;
