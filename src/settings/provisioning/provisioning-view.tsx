import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { PROVISIONING_MESSAGES, type ProvisioningMessages } from './provisioning-messages.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { CONNECTION_SCREENS, toConnectionPath } from '../connection/connection-path.js';
import type { Language } from '../../web/language.js';
import { PROVISIONING_PATH, toRoleMappingPath } from './provisioning-path.js';
import type { ListedConnection } from './provisioning-screen.service.js';

export interface ProvisioningViewProps {
  readonly viewer: Viewer;
  readonly connections: readonly ListedConnection[];
}

/** *Settings → Identity → Provisioning*: the connections, and what there is to set about each. */
export const ProvisioningView = ({ viewer, connections }: ProvisioningViewProps) => {
  const messages = PROVISIONING_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={messages.title}>
      <h1>{messages.title}</h1>
      <p class="muted">{messages.lead}</p>
      {connections.length > 0 ? (
        <Connections connections={connections} messages={messages} language={viewer.language} />
      ) : (
        <None {...messages} />
      )}
    </Shell>
  );
};

interface ConnectionsProps {
  readonly connections: readonly ListedConnection[];
  readonly messages: ProvisioningMessages;
  readonly language: Language;
}

const Connections = ({ connections, messages, language }: ConnectionsProps) => (
  <ul class="cards">
    {connections.map(({ id, name, state }) => (
      <li key={id} class="card">
        <h2>{name}</h2>
        <span class={state === 'active' ? 'chip chip--dot chip--good' : 'chip chip--dot'}>
          {messages.states[state]}
        </span>
        <span class="card__links">
          {CONNECTION_SCREENS.map((screen) => {
            const text = CONNECTION_MESSAGES[language].tabs[screen];
            return (
              <a key={screen} class="step" href={toConnectionPath(id, screen)} aria-label={`${text}: ${name}`}>
                {text}
              </a>
            );
          })}
          <a class="step" href={toRoleMappingPath(id)} aria-label={`${messages.roleMapping}: ${name}`}>
            {messages.roleMapping}
          </a>
        </span>
      </li>
    ))}
  </ul>
);

const None = ({ none, noneHint }: ProvisioningMessages) => (
  <div class="nobody">
    <p>
      <strong>{none}</strong>
    </p>
    <p class="muted">{noneHint}</p>
  </div>
);
