import { can } from '../../members/roles.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { PeopleNotices } from '../people/people-notices.js';
import { INVITATIONS_PATH, NEW_MEMBER_PATH } from '../people/people-path.js';
import { PeopleTabs } from '../people/people-tabs.js';
import { MembersFilter } from './members-filter.js';
import { MEMBERS_MESSAGES, type MembersMessages } from './members-messages.js';
import type { MembersPage } from './members-page.js';
import { MembersPaging } from './members-paging.js';
import { MEMBERS_PATH } from './members-path.js';
import { MembersTable } from './members-table.js';

export interface MembersViewProps {
  readonly viewer: Viewer;
  readonly page: MembersPage;
}

/** *Settings → Members*. htmx replaces `#members` alone; without script every control is a link or a form. */
export const MembersView = ({ viewer, page }: MembersViewProps) => {
  const messages = MEMBERS_MESSAGES[viewer.language];
  const canManage = can(viewer.role, 'member:manage');
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.title}>
      <div class="headline">
        <div>
          <h1>{messages.title}</h1>
          <p class="muted">{messages.lead}</p>
        </div>
        {canManage && <Joining messages={messages} />}
      </div>
      <PeopleTabs current={MEMBERS_PATH} viewer={viewer} />
      <PeopleNotices language={viewer.language} done={page.query.done && messages.removed} />
      <MembersFilter page={page} messages={messages} />
      <section id="members" aria-label={messages.title}>
        <p class="count muted" role="status">
          {countOf(page, messages)}
          {page.seats && ` · ${messages.seats(page.seats.taken, page.seats.of)}`}
        </p>
        {page.rows.length > 0 ? (
          <MembersTable rows={page.rows} opens={canManage} messages={messages} />
        ) : (
          <Nobody messages={messages} />
        )}
        {page.total === 0 && <p class="hint muted">{messages.onlyYou}</p>}
        <MembersPaging page={page} messages={messages} />
      </section>
    </Shell>
  );
};

/** The ways in that administrators open. */
const Joining = ({ messages }: { readonly messages: MembersMessages }) => (
  <p class="people-ways">
    <a class="step" href={NEW_MEMBER_PATH}>
      {messages.createManually}
    </a>
    <a role="button" href={`${INVITATIONS_PATH}/new`}>
      {messages.newInvitation}
    </a>
  </p>
);

const countOf = ({ total, rows, previous, next }: MembersPage, messages: MembersMessages) =>
  total === undefined
    ? messages.matching(rows.length, previous !== undefined || next !== undefined)
    : messages.total(total);

const Nobody = ({ messages }: { readonly messages: MembersMessages }) => (
  <div class="nobody">
    <p>
      <strong>{messages.nobody}</strong>
    </p>
    <p class="muted">{messages.nobodyHint}</p>
    <a href={MEMBERS_PATH}>{messages.showAll}</a>
  </div>
);
