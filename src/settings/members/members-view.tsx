import { can } from '../../members/roles.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { PeopleNotices } from '../people/people-notices.js';
import { INVITATIONS_PATH, NEW_MEMBER_PATH } from '../people/people-path.js';
import { PeopleTabs } from '../people/people-tabs.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { MembersFilter } from './members-filter.js';
import { MEMBERS_MESSAGES, type MembersMessages } from './members-messages.js';
import type { MembersPage } from './members-page.js';
import { MEMBERS_PATH, toMembersPath } from './members-path.js';
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
      <Headline title={messages.title} lead={messages.lead}>
        {canManage && <Joining messages={messages} />}
      </Headline>
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
        <Paging page={page} messages={messages} />
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

interface PagingProps {
  readonly page: MembersPage;
  readonly messages: MembersMessages;
}

const Paging = ({ page: { query, previous, next }, messages }: PagingProps) => (
  <Pager
    label={messages.pages}
    turns="members"
    back={{ path: previous && toMembersPath(query, { before: previous }), text: messages.previous }}
    forth={{ path: next && toMembersPath(query, { after: next }), text: messages.next }}
  />
);

const countOf = ({ total, rows, previous, next }: MembersPage, messages: MembersMessages) =>
  total === undefined
    ? messages.matching(rows.length, previous !== undefined || next !== undefined)
    : messages.total(total);

const Nobody = ({ messages }: { readonly messages: MembersMessages }) => (
  <Nothing title={messages.nobody} hint={messages.nobodyHint}>
    <a href={MEMBERS_PATH}>{messages.showAll}</a>
  </Nothing>
);
