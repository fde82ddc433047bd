import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert } from '../../web/layout/tidings.js';
import { type Life, LIVES, LONGEST_NAME } from './api-key-form.js';
import { API_KEYS_MESSAGES } from './api-keys-messages.js';
import { API_KEYS_PATH, NEW_API_KEY_PATH } from './api-keys-path.js';

export interface NewApiKeyViewProps {
  readonly viewer: Viewer;
  readonly life?: Life;
  /** Whether the form came without a name. */
  readonly nameless?: boolean;
}

/** *New key*. */
export const NewApiKeyView = ({ viewer, life = '90', nameless = false }: NewApiKeyViewProps) => {
  const messages = API_KEYS_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={API_KEYS_PATH} title={messages.newKey}>
      <Headline title={messages.newKey} lead={messages.lead} />
      <form class="panel panel--form" method="post" action={NEW_API_KEY_PATH}>
        <Alert id="alert">{nameless && messages.nameless}</Alert>
        <label>
          {messages.name}
          <input
            type="text"
            name="name"
            required
            maxLength={LONGEST_NAME}
            autocomplete="off"
            autofocus
            aria-describedby={nameless ? 'alert' : 'name-hint'}
          />
        </label>
        <small id="name-hint">{messages.nameHint}</small>
        <label>
          {messages.expires}
          <select name="life">
            {LIVES.map((choice) => (
              <option key={choice} value={choice} selected={choice === life}>
                {messages.lives[choice]}
              </option>
            ))}
          </select>
        </label>
        <div class="panel__decision">
          <button type="submit">{messages.create}</button>
          <a href={API_KEYS_PATH}>{messages.cancel}</a>
        </div>
      </form>
    </Shell>
  );
};
