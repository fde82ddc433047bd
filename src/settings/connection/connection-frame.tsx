import type { ComponentChildren } from 'preact';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import { CONNECTION_MESSAGES } from './connection-messages.js';
import type { ConnectionScreen } from './connection-path.js';
import { ConnectionTabs } from './connection-tabs.js';

export interface ConnectionFrameProps {
  readonly viewer: Viewer;
  readonly connection: ListedConnection;
  /** The tab that the screen is, or belongs to. */
  readonly current?: ConnectionScreen;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame of a connection's screens: whose they are, and the way between them. */
export const ConnectionFrame = ({ viewer, connection, current, title, children }: ConnectionFrameProps) => {
  const messages = CONNECTION_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={`${title} · ${connection.name}`}>
      <nav class="breadcrumbs" aria-label={messages.breadcrumbs}>
        <a href={PROVISIONING_PATH}>{messages.provisioning}</a>
        <span aria-hidden="true">›</span>
        <span>{connection.name}</span>
      </nav>
      <h1>{title}</h1>
      <ConnectionTabs connectionId={connection.id} current={current} language={viewer.language} />
      {children}
    </Shell>
  );
};
