import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
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
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.title}>
      <h1>{messages.title}</h1>
      <p class="muted">{messages.lead}</p>
      <MembersFilter query={page.query} messages={messages} />
      <section id="members" aria-label={messages.title}>
        <p class="count muted" role="status">
          {countOf(page, messages)}
        </p>
        {page.rows.length > 0 ? <MembersTable rows={page.rows} messages={messages} /> : <Nobody messages={messages} />}
        {page.total === 0 && <p class="hint muted">{messages.onlyYou}</p>}
        <MembersPaging page={page} messages={messages} />
      </section>
    </Shell>
  );
};

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
