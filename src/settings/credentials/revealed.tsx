import type { Language } from '../../web/language.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { CopyField } from '../connection/copy-field.js';
import { PROVIDER_GUIDES } from '../connection-setup/provider-guide.js';
import { CREDENTIALS_MESSAGES } from './credentials-messages.js';
import type { CredentialsPage, Issued } from './credentials-page.js';

export interface RevealedProps {
  readonly issued: Issued;
  readonly page: CredentialsPage;
  readonly language: Language;
}

/** Something secret, this once, beside what is entered together with it. */
export const Revealed = ({ issued, page: { connection, baseUrl, tokenEndpoint }, language }: RevealedProps) => {
  const [messages, words] = [CREDENTIALS_MESSAGES[language], CONNECTION_PAGE_MESSAGES[language]];
  const guide = PROVIDER_GUIDES[connection.provider];
  return (
    <section class="revealed" role="status" aria-labelledby="revealed-title">
      <h2 id="revealed-title">
        {issued.kind === 'token' ? messages.tokenNamed(issued.label) : messages.secretOf(issued.label)}
      </h2>
      <CopyField id="base-url" label={guide.baseUrlField} value={baseUrl} messages={words} />
      {issued.kind === 'token' ? (
        <CopyField id="secret" label={guide.tokenField} value={issued.token} hint={words.once} messages={words} />
      ) : (
        <>
          <CopyField id="given-endpoint" label={messages.tokenEndpoint} value={tokenEndpoint} messages={words} />
          <CopyField id="given-id" label={messages.clientId} value={issued.clientId} messages={words} />
          <CopyField
            id="secret"
            label={messages.clientSecret}
            value={issued.secret}
            hint={words.once}
            messages={words}
          />
        </>
      )}
    </section>
  );
};
