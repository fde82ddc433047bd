import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface RemoveProviderProps {
  readonly provider: IdentityProvider;
  readonly messages: ProvidersMessages;
}

/** The last thing on the page, and folded. */
export const RemoveProvider = ({ provider: { id, revision }, messages }: RemoveProviderProps) => (
  <details class="remove-provider">
    <summary>{messages.remove}</summary>
    <p>{messages.removeHint}</p>
    <form method="post" action={`${PROVIDERS_PATH}/${id}/remove`}>
      <input type="hidden" name="revision" value={revision} />
      <label>
        <input type="checkbox" name="confirmed" value="yes" required />
        {messages.removeConfirm}
      </label>
      <button type="submit" class="small">
        {messages.remove}
      </button>
    </form>
  </details>
);
