import { type ComponentChildren, Fragment } from 'preact';
import { toAuditPath } from '../../governance/audit/audit-path.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Moment } from '../../web/layout/moment.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { toRequestPath } from '../connection/connection-path.js';
import { toRoleMappingPath } from '../provisioning/provisioning-path.js';
import { ACTIVITY_MESSAGES, type ActivityMessages } from './activity-messages.js';
import type { RequestPage } from './activity-page.js';
import { Outcome, Subject } from './activity-table.js';
import { LENIENCY_MESSAGES } from './causes/leniency-messages.js';
import { RequestCause } from './request-cause.js';
import { RequestChanges } from './request-changes.js';
import { RequestRetry } from './request-retry.js';

export interface RequestViewProps {
  readonly viewer: Viewer;
  readonly page: RequestPage;
  /** What came of a retry just now. */
  readonly done?: string;
  readonly alert?: string;
}

/** One request of the directory: what it changed or why not, what was tolerated, and whether it can be applied again. */
export const RequestView = ({ viewer, page, done, alert }: RequestViewProps) => {
  const messages = ACTIVITY_MESSAGES[viewer.language];
  const { connection, entry, subject } = page;
  return (
    <ConnectionFrame viewer={viewer} connection={connection} current="activity" title={messages.request}>
      <Report>{done}</Report>
      <Alert>{alert}</Alert>
      <header class="request">
        <p class="request__what">
          <strong>{messages.kinds[entry.kind]}</strong>
          <Outcome outcome={entry.outcome} messages={messages} />
          {entry.retryOf && <span class="chip">{messages.retryOf}</span>}
        </p>
        <p class="request__who">
          <Subject subject={subject} entry={entry} messages={messages} />
        </p>
        <Links page={page} messages={messages} />
      </header>
      {entry.status >= 400 ? (
        <>
          <RequestCause page={page} language={viewer.language} />
          <RequestRetry page={page} messages={messages} />
        </>
      ) : (
        <RequestChanges page={page} language={viewer.language} />
      )}
      {entry.leniencies.length > 0 && (
        <section>
          <h2>{messages.tolerated}</h2>
          <ul>
            {entry.leniencies.map((leniency) => (
              <li key={leniency}>{LENIENCY_MESSAGES[viewer.language][leniency]}</li>
            ))}
          </ul>
        </section>
      )}
      <Details viewer={viewer} page={page} />
    </ConnectionFrame>
  );
};

const Links = ({
  page: { connection, entry, subject },
  messages,
}: {
  page: RequestPage;
  messages: ActivityMessages;
}) => (
  <p class="request__links">
    {subject?.kind === 'member' && <a href={toMembersSearch(subject.email ?? subject.name)}>{messages.toMember}</a>}
    {subject?.kind === 'named' && entry.status === 409 && entry.operation.startsWith('Users.') && (
      <a href={toMembersSearch(subject.name)}>{messages.amongMembers}</a>
    )}
    {subject?.kind === 'group' && <a href={toRoleMappingPath(connection.id)}>{messages.toRoleMapping}</a>}
    {subject && entry.status < 400 && (
      <a href={toAuditPath({ text: subject.name.slice(0, 200) })}>{messages.toAudit}</a>
    )}
    {entry.retryOf && <a href={toRequestPath(connection.id, entry.retryOf)}>{messages.originalRequest}</a>}
  </p>
);

const toMembersSearch = (search: string) => `/settings/members?${new URLSearchParams({ search }).toString()}`;

const Details = ({ viewer, page: { entry, credential } }: { readonly viewer: Viewer; readonly page: RequestPage }) => {
  const messages = ACTIVITY_MESSAGES[viewer.language];
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [messages.time, <Moment key="time" at={entry.at} language={viewer.language} />],
    [messages.duration, messages.milliseconds(entry.durationMs)],
    [messages.status, `${entry.method} · ${entry.status}`],
    [messages.credential, credential],
    [messages.client, entry.client],
    [messages.address, entry.clientAddress],
    [messages.requestId, <code key="id">{entry.requestId}</code>],
  ];
  return (
    <section>
      <h2>{messages.details}</h2>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
    </section>
  );
};
