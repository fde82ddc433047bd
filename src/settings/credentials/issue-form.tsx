import { toCredentialsPath } from '../provisioning/provisioning-path.js';
import type { CredentialsMessages } from './credentials-messages.js';

export interface IssueFormProps {
  readonly kind: 'tokens' | 'clients';
  readonly connectionId: string;
  /** How many there are by now: what is sent twice is done once. */
  readonly seen: number;
  readonly messages: CredentialsMessages;
}

/** Issues a token, or creates an OAuth client. */
export const IssueForm = ({ kind, connectionId, seen, messages }: IssueFormProps) => (
  <details class="issue">
    <summary role="button" class="outline secondary">
      {kind === 'tokens' ? messages.newToken : messages.newClient}
    </summary>
    <form method="post" action={`${toCredentialsPath(connectionId)}/${kind}`}>
      <input type="hidden" name="seen" value={seen} />
      <div class="issue__fields">
        <label>
          {messages.label}
          <input
            type="text"
            name="label"
            required
            maxLength={100}
            autocomplete="off"
            aria-describedby={`${kind}-label-hint`}
          />
          <small id={`${kind}-label-hint`}>{messages.labelHint}</small>
        </label>
        <label>
          {messages.life}
          <select name="days">
            {messages.lives.map(([days, text]) => (
              <option key={days} value={days}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      {kind === 'clients' && (
        <label>
          {messages.keys}
          <textarea name="keys" rows={3} spellcheck={false} autocomplete="off" aria-describedby="keys-hint" />
          <small id="keys-hint">{messages.keysHint}</small>
        </label>
      )}
      <label class="issue__tick">
        <input type="checkbox" name="readOnly" value="yes" autocomplete="off" />
        <span>
          {messages.onlyRead}. <span class="muted">{messages.onlyReadHint}</span>
        </span>
      </label>
      <button type="submit">{kind === 'tokens' ? messages.issue : messages.create}</button>
    </form>
  </details>
);
