import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { API_KEYS_MESSAGES, type ApiKeysMessages } from './api-keys-messages.js';
import type { ApiKeyAlert, ApiKeysPage, Done } from './api-keys-page.js';
import { API_KEYS_PATH, NEW_API_KEY_PATH } from './api-keys-path.js';
import { ApiKeysTable } from './api-keys-table.js';

export interface ApiKeysViewProps {
  readonly viewer: Viewer;
  readonly page: ApiKeysPage;
  readonly done?: Done | undefined;
  readonly alert?: ApiKeyAlert | undefined;
}

/** *Settings → API keys*. */
export const ApiKeysView = ({ viewer, page, done, alert }: ApiKeysViewProps) => {
  const messages = API_KEYS_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={API_KEYS_PATH} title={messages.title}>
      <div class="headline">
        <div>
          <h1>{messages.title}</h1>
          <p class="muted">{page.ofEverybody ? messages.leadOfEverybody : messages.lead}</p>
        </div>
        <a href={NEW_API_KEY_PATH} role="button">
          {messages.newKey}
        </a>
      </div>
      {done && (
        <p class="done" role="status">
          {messages.done[done]}
        </p>
      )}
      {alert && (
        <p class="alert" role="alert">
          {messages.alerts[alert]}
        </p>
      )}
      {page.rows.length > 0 ? (
        <ApiKeysTable page={page} language={viewer.language} messages={messages} />
      ) : (
        <None messages={messages} />
      )}
      {page.next !== undefined && (
        <nav class="pages" aria-label={messages.pages}>
          <span />
          <a class="step" rel="next" href={`${API_KEYS_PATH}?before=${page.next}`}>
            {messages.next} →
          </a>
        </nav>
      )}
    </Shell>
  );
};

const None = ({ messages }: { readonly messages: ApiKeysMessages }) => (
  <div class="nobody">
    <p>
      <strong>{messages.none}</strong>
    </p>
    <p class="muted">{messages.noneHint}</p>
  </div>
);
