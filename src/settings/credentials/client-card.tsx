import type { ListedOAuthClient } from '@ruleforge/scim';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { CopyField } from '../connection/copy-field.js';
import { toCredentialsPath } from '../provisioning/provisioning-path.js';
import { CREDENTIALS_MESSAGES, type CredentialsMessages } from './credentials-messages.js';
import { LastUse } from './last-use.js';
import { RevokeForm } from './revoke-form.js';
import { RotateForm } from './rotate-form.js';

export interface ClientCardProps {
  readonly client: ListedOAuthClient;
  readonly connectionId: string;
  readonly language: Language;
}

/** An OAuth client: how it proves itself, by whom it was used last, and what can be done with it. */
export const ClientCard = ({ client, connectionId, language }: ClientCardProps) => {
  const [messages, words] = [CREDENTIALS_MESSAGES[language], CONNECTION_PAGE_MESSAGES[language]];
  const path = `${toCredentialsPath(connectionId)}/clients/${client.id}`;
  const { name: label, credentials } = client;
  const isStillUsed = credentials.some(isUsedAfterRotation);
  return (
    <article class="credential" aria-label={label}>
      <h3>
        <span class="credential__label">{label}</span>
        <span class="chip">{client.method === 'client_secret' ? messages.bySecret : messages.byKeys}</span>
        {client.access === 'read' && <span class="chip">{messages.readOnly}</span>}
      </h3>
      <CopyField id={`client-${client.id}`} label={messages.clientId} value={client.id} messages={words} />
      <dl>
        {credentials.map(({ id, expiresAt }) => (
          <div key={id}>
            <dt>{expiresAt ? messages.ends : messages.keyIds}</dt>
            <dd>{expiresAt ? <Moment at={expiresAt} language={language} /> : <code class="thumbprint">{id}</code>}</dd>
          </div>
        ))}
        <div>
          <dt>{messages.lastUse}</dt>
          <dd>
            <LastUse of={client} language={language} />
          </dd>
        </div>
      </dl>
      {isStillUsed && <p class="credential__warning">{messages.stillUsed}</p>}
      <div class="credential__actions">
        {client.method === 'client_secret' ? (
          <RotateForm path={path} label={label} seen={credentials.at(-1)?.id ?? ''} messages={messages} />
        ) : (
          <KeysForm path={path} label={label} messages={messages} />
        )}
        <RevokeForm path={path} label={label} messages={messages} />
      </div>
    </article>
  );
};

const isUsedAfterRotation = ({ replacedAt, lastUsedAt }: ListedOAuthClient['credentials'][number]) =>
  replacedAt !== null && lastUsedAt !== null && lastUsedAt > replacedAt;

interface KeysFormProps {
  readonly path: string;
  readonly label: string;
  readonly messages: CredentialsMessages;
}

const KeysForm = ({ path, label, messages }: KeysFormProps) => (
  <details class="act">
    <summary aria-label={`${messages.setKeys}: ${label}`}>{messages.setKeys}</summary>
    <form method="post" action={`${path}/keys`}>
      <label>
        {messages.keys}
        <textarea name="keys" rows={4} required spellcheck={false} autocomplete="off" />
      </label>
      <p>{messages.setKeysHint}</p>
      <button type="submit" class="small">
        {messages.setKeys}
      </button>
    </form>
  </details>
);
