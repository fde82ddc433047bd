import { FATES } from '../../members/managed-members.service.js';
import type { Viewer } from '../../web/layout/viewer.js';
import type { ConnectionAlert } from '../connection/connection-alert.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { PROVISIONING_PATH, toConnectionSettingsPath, toRemovalPath } from '../provisioning/provisioning-path.js';
import { CONNECTION_SETTINGS_MESSAGES, type ConnectionSettingsMessages } from './connection-settings-messages.js';
import type { RemovalPage } from './removal-page.js';

export interface RemovalViewProps {
  readonly viewer: Viewer;
  readonly page: RemovalPage;
  readonly alert?: ConnectionAlert | undefined;
}

/** What the end of a connection would do, and the decision. */
export const RemovalView = ({ viewer, page, alert }: RemovalViewProps) => {
  const messages = CONNECTION_SETTINGS_MESSAGES[viewer.language];
  const { id, name, state } = page.connection;
  const isGone = state === 'removed';
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={page.connection}
      title={messages.removeTitle(name)}
      lead={isGone ? messages.settleLead : messages.removeLead}
      alert={alert}
    >
      <form class="sheet" method="post" action={toRemovalPath(id)}>
        <Fates page={page} messages={messages} />
        <section class="effects" aria-labelledby="effects-title">
          <h2 id="effects-title">{messages.always}</h2>
          <ul>
            {messages.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </section>
        <label for="confirm">{messages.confirm(name)}</label>
        <input
          id="confirm"
          type="text"
          name="confirm"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="confirm-hint"
        />
        <p id="confirm-hint" class="sheet__hint">
          {messages.confirmHint}
        </p>
        <div class="sheet__end">
          <a href={isGone ? PROVISIONING_PATH : toConnectionSettingsPath(id)}>{messages.cancel}</a>
          <button type="submit" class="danger">
            {isGone ? messages.settleNow : messages.removeNow}
          </button>
        </div>
      </form>
    </ConnectionFrame>
  );
};

interface FatesProps {
  readonly page: RemovalPage;
  readonly messages: ConnectionSettingsMessages;
}

/** Nothing is chosen beforehand. */
const Fates = ({ page: { connection, people }, messages }: FatesProps) => (
  <fieldset>
    <legend>{messages.people}</legend>
    {FATES.filter((fate) => fate !== 'keep' || connection.state !== 'removed').map((fate) => (
      <label key={fate} class="choice">
        <input type="radio" name="fate" value={fate} required autocomplete="off" />
        <span>
          <strong>{messages.fates[fate]}</strong>
          <span class="line muted">{messages.fateHints[fate](people.active, people.deactivated)}</span>
        </span>
      </label>
    ))}
  </fieldset>
);
