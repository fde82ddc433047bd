import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { CREDENTIALS_MESSAGES } from './credentials-messages.js';
import type { CredentialsPage } from './credentials-page.js';

export interface EndedCredentialsProps {
  readonly page: CredentialsPage;
  readonly language: Language;
}

/** What opens nothing any more, newest first. */
export const EndedCredentials = ({ page: { tokens, clients }, language }: EndedCredentialsProps) => {
  const messages = CREDENTIALS_MESSAGES[language];
  const ended = [
    ...tokens.flatMap(({ id, label, state, revokedAt, expiresAt }) =>
      state === 'revoked' || state === 'expired' ? [{ id, label, state, at: revokedAt ?? expiresAt }] : [],
    ),
    ...clients.flatMap(({ id, name, revokedAt }) =>
      revokedAt ? [{ id, label: name, state: 'revoked' as const, at: revokedAt }] : [],
    ),
  ].sort((one, other) => other.at.getTime() - one.at.getTime());
  if (ended.length === 0) return null;
  return (
    <details class="ended">
      <summary>
        {messages.endedOnes} ({ended.length})
      </summary>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.label}</th>
              <th scope="col">{messages.state}</th>
              <th scope="col">{messages.ends}</th>
            </tr>
          </thead>
          <tbody>
            {ended.slice(0, MOST_SHOWN).map(({ id, label, state, at }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{messages.states[state]}</td>
                <td>
                  <Moment at={at} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const MOST_SHOWN = 50;
