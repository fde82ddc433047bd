import type { CredentialsMessages } from './credentials-messages.js';

export interface RevokeFormProps {
  /** Of the credential. */
  readonly path: string;
  readonly label: string;
  readonly messages: CredentialsMessages;
}

/** Ends a credential; it takes two clicks, because nothing brings it back. */
export const RevokeForm = ({ path, label, messages }: RevokeFormProps) => (
  <details class="act">
    <summary aria-label={`${messages.revoke}: ${label}`}>{messages.revoke}</summary>
    <form method="post" action={`${path}/revoke`}>
      <p>{messages.revokeHint}</p>
      <button type="submit" class="small act__danger">
        {messages.revoke}
      </button>
    </form>
  </details>
);
