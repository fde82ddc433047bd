import type { ListedToken } from '@ruleforge/scim';
import type { Viewer } from '../../web/layout/viewer.js';
import { Report } from '../../web/layout/tidings.js';
import type { ConnectionAlert } from '../connection/connection-alert.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { CopyField } from '../connection/copy-field.js';
import { ClientCard } from './client-card.js';
import { CREDENTIALS_MESSAGES } from './credentials-messages.js';
import type { CredentialsPage } from './credentials-page.js';
import { EndedCredentials } from './ended-credentials.js';
import { IssueForm } from './issue-form.js';
import { Revealed } from './revealed.js';
import { TokenCard } from './token-card.js';

export interface CredentialsViewProps {
  readonly viewer: Viewer;
  readonly page: CredentialsPage;
  readonly alert?: ConnectionAlert | undefined;
  /** What has just been done. */
  readonly done?: string | undefined;
}

/** *Credentials*: tokens and OAuth clients; those that ended are out of the way. */
export const CredentialsView = ({ viewer: { language }, viewer, page, alert, done = '' }: CredentialsViewProps) => {
  const [messages, words] = [CREDENTIALS_MESSAGES[language], CONNECTION_PAGE_MESSAGES[language]];
  const { connection, tokens, clients, tokenEndpoint, issuer, issued } = page;
  const [open, live] = [tokens.filter(isOpen), clients.filter(({ revokedAt }) => revokedAt === null)];
  const report = new Map([
    ['revoked', messages.revoked],
    ['keys', messages.keysSet],
    ['created', messages.created],
  ]).get(done);
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      title={messages.title}
      lead={messages.lead}
      current="credentials"
      alert={alert}
    >
      <Report>{report}</Report>
      {issued && <Revealed issued={issued} page={page} language={language} />}
      <section class="credentials" aria-labelledby="tokens-title">
        <h2 id="tokens-title">{messages.tokens}</h2>
        <p class="muted">{messages.tokensHint}</p>
        {open.length === 0 && <p class="credentials__none muted">{messages.noTokens}</p>}
        {open.map((token) => (
          <TokenCard key={token.id} token={token} connectionId={connection.id} language={language} />
        ))}
        <IssueForm kind="tokens" connectionId={connection.id} seen={tokens.length} messages={messages} />
      </section>
      <section class="credentials" aria-labelledby="clients-title">
        <h2 id="clients-title">{messages.clients}</h2>
        <p class="muted">{messages.clientsHint}</p>
        <div class="values">
          <CopyField id="token-endpoint" label={messages.tokenEndpoint} value={tokenEndpoint} messages={words} />
          <CopyField id="issuer" label={messages.metadata} value={issuer} messages={words} />
        </div>
        {live.length === 0 && <p class="credentials__none muted">{messages.noClients}</p>}
        {live.map((client) => (
          <ClientCard key={client.id} client={client} connectionId={connection.id} language={language} />
        ))}
        <IssueForm kind="clients" connectionId={connection.id} seen={clients.length} messages={messages} />
      </section>
      <EndedCredentials page={page} language={language} />
    </ConnectionFrame>
  );
};

const isOpen = ({ state }: ListedToken) => state === 'live' || state === 'replaced';
