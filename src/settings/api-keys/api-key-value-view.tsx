import type { CreatedApiKey } from '../../api-keys/api-keys.service.js';
import { SecretOnce } from '../../web/layout/secret-once.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { API_KEYS_MESSAGES } from './api-keys-messages.js';
import { API_KEYS_PATH } from './api-keys-path.js';

export interface ApiKeyValueViewProps {
  readonly viewer: Viewer;
  readonly apiKey: CreatedApiKey;
  readonly act: 'created' | 'rotated';
}

/** The value of a key, this once. */
export const ApiKeyValueView = ({ viewer, apiKey, act }: ApiKeyValueViewProps) => {
  const messages = API_KEYS_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={API_KEYS_PATH} title={messages.title}>
      <Headline title={messages.acts[act](apiKey.name)} />
      <div class="panel panel--form">
        <p role="status">{messages.valueOnce}</p>
        <SecretOnce id="value" label={messages.value} value={apiKey.value} language={viewer.language} />
        <p class="muted">
          {messages.use} <code>X-API-Key</code>
        </p>
        <a class="step" href={API_KEYS_PATH}>
          {messages.back}
        </a>
      </div>
    </Shell>
  );
};
