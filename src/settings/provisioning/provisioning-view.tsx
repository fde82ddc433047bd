import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Report } from '../../web/layout/tidings.js';
import { CHIPS } from '../connection/connection-frame.js';
import { Nothing } from '../../web/list/nothing.js';
import { CredentialWarnings } from './credential-warnings.js';
import { PROVISIONING_MESSAGES, type ProvisioningMessages } from './provisioning-messages.js';
import type { Language } from '../../web/language.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { CONNECTION_SCREENS, type ConnectionScreen, toConnectionPath } from '../connection/connection-path.js';
import type { ProvisioningPage } from './provisioning-page.js';
import { NEW_CONNECTION_PATH, PROVISIONING_PATH, toRemovalPath } from './provisioning-path.js';
import type { ListedConnection } from './provisioning-screen.service.js';

export interface ProvisioningViewProps {
  readonly viewer: Viewer;
  readonly page: ProvisioningPage;
  /** Whether one has just been removed, or decided about. */
  readonly removed?: boolean;
}

/** *Settings → Identity → Provisioning*: the connections, and what there is to set about each. */
export const ProvisioningView = ({ viewer, page, removed = false }: ProvisioningViewProps) => {
  const messages = PROVISIONING_MESSAGES[viewer.language];
  const { connections, warnings, keeping } = page;
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead}>
        {connections.length > 0 && (
          <a href={NEW_CONNECTION_PATH} role="button">
            {messages.setUp}
          </a>
        )}
      </Headline>
      <Report>{removed && messages.removed}</Report>
      <CredentialWarnings warnings={warnings} language={viewer.language} />
      {connections.length > 0 ? (
        <Connections connections={connections} messages={messages} language={viewer.language} />
      ) : (
        <None {...messages} />
      )}
      {keeping.length > 0 && <Keeping keeping={keeping} messages={messages} />}
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
        <span class={CHIPS[state]}>{messages.states[state]}</span>
        <p class="card__ways">
          {(state === 'draft' ? DRAFT_SCREENS : CONNECTION_SCREENS).map((screen) => {
            const text = screen === 'set-up' ? messages.setUpOne(state) : CONNECTION_MESSAGES[language].tabs[screen];
            return (
              <a key={screen} href={toConnectionPath(id, screen)} aria-label={`${text}: ${name}`}>
                {text}
              </a>
            );
          })}
        </p>
      </li>
    ))}
  </ul>
);

/** What there is to do about a connection that is not served yet. */
const DRAFT_SCREENS: readonly ConnectionScreen[] = ['set-up', 'credentials', 'role-mapping', 'settings'];

const None = ({ none, noneHint, setUp }: ProvisioningMessages) => (
  <Nothing title={none} hint={noneHint}>
    <a href={NEW_CONNECTION_PATH} role="button">
      {setUp}
    </a>
  </Nothing>
);

interface KeepingProps {
  readonly keeping: ProvisioningPage['keeping'];
  readonly messages: ProvisioningMessages;
}

const Keeping = ({ keeping, messages }: KeepingProps) => (
  <section class="keeping" aria-labelledby="keeping-title">
    <h2 id="keeping-title">{messages.keeping}</h2>
    <p class="muted">{messages.keepingHint}</p>
    <ul>
      {keeping.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <a href={toRemovalPath(id)} aria-label={`${messages.decide}: ${name}`}>
            {messages.decide}
          </a>
        </li>
      ))}
    </ul>
  </section>
);
