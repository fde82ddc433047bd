import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
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
  const older = page.next && `${API_KEYS_PATH}?before=${page.next}`;
  return (
    <Shell viewer={viewer} path={API_KEYS_PATH} title={messages.title}>
      <Headline title={messages.title} lead={page.ofEverybody ? messages.leadOfEverybody : messages.lead}>
        <a href={NEW_API_KEY_PATH} role="button">
          {messages.newKey}
        </a>
      </Headline>
      <Report>{done && messages.done[done]}</Report>
      <Alert>{alert && messages.alerts[alert]}</Alert>
      <section id="api-keys" aria-label={messages.title}>
        {page.rows.length > 0 ? (
          <ApiKeysTable page={page} language={viewer.language} messages={messages} />
        ) : (
          <None messages={messages} />
        )}
        <Pager label={messages.pages} turns="api-keys" forth={{ path: older, text: messages.next }} />
      </section>
    </Shell>
  );
};

const None = ({ messages }: { readonly messages: ApiKeysMessages }) => (
  <Nothing title={messages.none} hint={messages.noneHint} />
);
