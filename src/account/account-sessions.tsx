import { ACCOUNT_PATH } from '../web/layout/account-path.js';
import { Moment } from '../web/layout/moment.js';
import type { Viewer } from '../web/layout/viewer.js';
import { Alert } from '../web/layout/tidings.js';
import { ListTable } from '../web/list/list-table.js';
import type { AccountMessages } from './account-messages.js';
import type { OwnSession, SessionAlert } from './account-page.js';
import { describeClient } from './describe-client.js';

export interface AccountSessionsProps {
  readonly viewer: Viewer;
  readonly sessions: readonly OwnSession[];
  readonly alert: SessionAlert | undefined;
  readonly messages: AccountMessages;
}

/** Where the person is signed in, and the ways to end it. A table; on a narrow screen a card a session. */
export const AccountSessions = ({ viewer, sessions, alert, messages }: AccountSessionsProps) => (
  <section class="panel panel--wide" aria-labelledby="sessions">
    <h2 id="sessions">{messages.sessions}</h2>
    <p class="muted">{messages.sessionsHint(viewer.organizationName)}</p>
    <Alert>{alert && messages.sessionAlerts[alert]}</Alert>
    <ListTable headings={[messages.device, messages.address, messages.opened, messages.lastSeen]} acts={messages.toDo}>
      {sessions.map((session) => (
        <Row key={session.id} session={session} viewer={viewer} messages={messages} />
      ))}
    </ListTable>
    <form class="panel__row" method="post" action={`${ACCOUNT_PATH}/sessions/end`}>
      <p class="muted" id="everywhere-hint">
        {viewer.signedInBy === 'password'
          ? messages.everywhereByPassword
          : messages.everywhereByProvider(viewer.organizationName)}
      </p>
      <button type="submit" class="outline" aria-describedby="everywhere-hint">
        {messages.signOutEverywhere}
      </button>
    </form>
  </section>
);

interface RowProps {
  readonly session: OwnSession;
  readonly viewer: Viewer;
  readonly messages: AccountMessages;
}

const Row = ({ session, viewer: { language }, messages }: RowProps) => {
  const device = nameOf(session, messages);
  return (
    <tr role="row">
      <th scope="row" role="rowheader" title={session.client ?? undefined}>
        {device}
        {session.isThis && <span class="chip chip--good">{messages.thisDevice}</span>}
        <span class="line muted">{messages.openedBy[session.openedBy]}</span>
      </th>
      <td role="cell" data-heading={messages.address}>
        {session.address ?? messages.unknownAddress}
      </td>
      <td role="cell" data-heading={messages.opened}>
        <Moment at={session.createdAt} language={language} />
      </td>
      <td role="cell" data-heading={messages.lastSeen}>
        <Moment at={session.lastSeenAt} language={language} />
      </td>
      <td role="cell" class="list__acts">
        {!session.isThis && (
          <form method="post" action={`${ACCOUNT_PATH}/sessions/${session.id}/end`}>
            <button type="submit" class="small" aria-label={`${messages.end}: ${device}`}>
              {messages.end}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
};

function nameOf({ client }: OwnSession, messages: AccountMessages): string {
  const { browser, system } = describeClient(client);
  if (browser !== undefined && system !== undefined) return messages.on(browser, system);
  return browser ?? system ?? messages.unknownDevice;
}
