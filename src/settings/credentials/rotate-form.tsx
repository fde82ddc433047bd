import type { CredentialsMessages } from './credentials-messages.js';

export interface RotateFormProps {
  /** Of the credential. */
  readonly path: string;
  readonly label: string;
  /** The secret that is the newest now. */
  readonly seen?: string;
  readonly messages: CredentialsMessages;
}

/** Issues another one in place of a credential. */
export const RotateForm = ({ path, label, seen, messages }: RotateFormProps) => (
  <details class="act">
    <summary aria-label={`${messages.rotate}: ${label}`}>{messages.rotate}</summary>
    <form method="post" action={`${path}/rotate`}>
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <label>
        {messages.overlap}
        <select name="overlapHours">
          {messages.overlaps.map(([hours, text]) => (
            <option key={hours} value={hours}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="small">
        {messages.rotate}
      </button>
    </form>
  </details>
);
