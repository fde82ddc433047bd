import type { ConnectionState } from '@ruleforge/scim';
import type { ComponentChildren } from 'preact';
import { ASSETS } from '../../web/assets/assets.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert } from '../../web/layout/tidings.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import type { ConnectionAlert } from './connection-alert.js';
import { CONNECTION_MESSAGES } from './connection-messages.js';
import { CONNECTION_PAGE_MESSAGES } from './connection-page-messages.js';
import type { ConnectionScreen } from './connection-path.js';
import { ConnectionTabs } from './connection-tabs.js';

export interface ConnectionFrameProps {
  readonly viewer: Viewer;
  readonly connection: { readonly id: string; readonly name: string; readonly state: ConnectionState };
  /** The tab that the screen is, or belongs to. */
  readonly current?: ConnectionScreen;
  readonly title: string;
  readonly lead?: string;
  readonly alert?: ConnectionAlert | undefined;
  readonly children: ComponentChildren;
}

/** The frame of a screen about one connection: which one, how it stands, and the way to the others. */
export const ConnectionFrame = (props: ConnectionFrameProps) => {
  const { viewer, connection, current, title, lead, alert, children } = props;
  const [{ provisioning }, { states, alerts }] = [
    CONNECTION_MESSAGES[viewer.language],
    CONNECTION_PAGE_MESSAGES[viewer.language],
  ];
  const { id, name, state } = connection;
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={`${title} · ${name}`}>
      <Trail to={PROVISIONING_PATH} name={provisioning} here={name} language={viewer.language}>
        <span class={CHIPS[state]}>{states[state]}</span>
      </Trail>
      <Headline title={title} lead={lead} />
      {state !== 'removed' && <ConnectionTabs connectionId={id} current={current} language={viewer.language} />}
      <Alert>{alert && alerts[alert]}</Alert>
      {children}
      <script type="module" src={ASSETS.copy.path} />
    </Shell>
  );
};

/** How each state looks; the text says it too. */
export const CHIPS: Readonly<Record<ConnectionState, string>> = {
  draft: 'chip chip--dot',
  active: 'chip chip--dot chip--good',
  paused: 'chip chip--dot chip--note',
  removed: 'chip chip--dot chip--bad',
};
