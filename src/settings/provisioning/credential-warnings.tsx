import type { CredentialWarning } from '../../connections/credential-warnings.service.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { PROVISIONING_MESSAGES } from './provisioning-messages.js';
import { toCredentialsPath } from './provisioning-path.js';

export interface CredentialWarningsProps {
  readonly warnings: readonly CredentialWarning[];
  readonly language: Language;
}

/** Credentials that will let a directory down, each with the way to see to it; nothing when there is none. */
export const CredentialWarnings = ({ warnings, language }: CredentialWarningsProps) => {
  const messages = PROVISIONING_MESSAGES[language];
  if (warnings.length === 0) return null;
  return (
    <section class="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{messages.warnings}</h2>
      <ul>
        {warnings.map(({ connectionId, connectionName, label, expiresAt, kind }) => (
          <li key={`${connectionId} ${label} ${expiresAt.toISOString()}`}>
            <a href={toCredentialsPath(connectionId)}>
              {connectionName}: {label}
            </a>{' '}
            {messages.kinds[kind]} <Moment at={expiresAt} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
};
