import type { ComponentChildren } from 'preact';
import { ASSETS } from '../../web/assets/assets.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import type { ConnectionAlert } from './connection-alert.js';
import type { ShownConnection } from './connection-desk.service.js';
import { CONNECTION_PAGE_MESSAGES } from './connection-page-messages.js';
import type { ConnectionScreen } from './connection-path.js';
import { ConnectionTabs } from './connection-tabs.js';

export interface ConnectionPageProps {
  readonly viewer: Viewer;
  readonly connection: ShownConnection;
  readonly title: string;
  readonly lead: string;
  /** The section of the connection that this is, if it is one. */
  readonly current?: ConnectionScreen;
  readonly alert?: ConnectionAlert | undefined;
  readonly children: ComponentChildren;
}

/** The frame of a screen about one connection: which one, how it stands, and the way to the others. */
export const ConnectionPage = ({ viewer, connection, title, lead, current, alert, children }: ConnectionPageProps) => {
  const messages = CONNECTION_PAGE_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={`${title} · ${connection.name}`}>
      <nav class="breadcrumbs" aria-label={messages.breadcrumbs}>
        <a href={PROVISIONING_PATH}>{messages.provisioning}</a>
        <span aria-hidden="true">›</span>
        <span class="connection__name">{connection.name}</span>
        <span class={CHIPS[connection.state]}>{messages.states[connection.state]}</span>
      </nav>
      <h1>{title}</h1>
      <p class="muted">{lead}</p>
      {connection.state !== 'removed' && (
        <ConnectionTabs connectionId={connection.id} current={current} language={viewer.language} />
      )}
      {alert && (
        <p class="alert" role="alert">
          {messages.alerts[alert]}
        </p>
      )}
      {children}
      <script type="module" src={ASSETS.copy.path} />
    </Shell>
  );
};

/** How each state looks; the text says it too. */
export const CHIPS: Readonly<Record<ShownConnection['state'], string>> = {
  draft: 'chip chip--dot',
  active: 'chip chip--dot chip--good',
  paused: 'chip chip--dot chip--note',
  removed: 'chip chip--dot chip--bad',
};
