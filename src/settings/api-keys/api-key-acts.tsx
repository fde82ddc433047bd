import type { ApiKeysMessages } from './api-keys-messages.js';
import type { ApiKeyRow } from './api-keys-page.js';
import { API_KEYS_PATH } from './api-keys-path.js';

export interface ApiKeyActsProps {
  readonly row: ApiKeyRow;
  readonly messages: ApiKeysMessages;
}

/** What can be done with a key that works: each opens, says what it does, and is pressed then. */
export const ApiKeyActs = ({ row, messages }: ApiKeyActsProps) => (
  <div class="acts">
    {row.isViewers && (
      <Act
        path={`${API_KEYS_PATH}/${row.id}/rotate`}
        name={row.name}
        title={messages.rotate}
        effect={messages.rotateEffect}
        now={messages.rotateNow}
      />
    )}
    <Act
      path={`${API_KEYS_PATH}/${row.id}/revoke`}
      name={row.name}
      title={messages.revoke}
      effect={messages.revokeEffect}
      now={messages.revokeNow}
    />
  </div>
);

interface ActProps {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly effect: string;
  readonly now: string;
}

const Act = ({ path, name, title, effect, now }: ActProps) => (
  <details class="act">
    <summary aria-label={`${title}: ${name}`}>{title}</summary>
    <form method="post" action={path}>
      <p>{effect}</p>
      <button type="submit" class="small" aria-label={`${now}: ${name}`}>
        {now}
      </button>
    </form>
  </details>
);
