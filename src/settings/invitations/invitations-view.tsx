import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { INVITATIONS_PATH } from '../people/people-path.js';
import { PeopleTabs } from '../people/people-tabs.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { INVITATIONS_MESSAGES, type InvitationsMessages } from './invitations-messages.js';
import type { InvitationsPage } from './invitations-page.js';
import { SHOWN_STATES } from './invitations-query.js';
import { InvitationsTable } from './invitations-table.js';

export interface InvitationsViewProps {
  readonly viewer: Viewer;
  readonly page: InvitationsPage;
  readonly alert?: PeopleAlert | undefined;
  readonly withdrawn?: boolean;
}

/** *Settings → Members → Pending invitations*. */
export const InvitationsView = ({ viewer, page, alert, withdrawn = false }: InvitationsViewProps) => {
  const { language } = viewer;
  const messages = INVITATIONS_MESSAGES[language];
  const older = page.next && `${INVITATIONS_PATH}?state=${page.state}&before=${page.next}`;
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead}>
        <a role="button" href={`${INVITATIONS_PATH}/new`}>
          {messages.newInvitation}
        </a>
      </Headline>
      <PeopleTabs current={INVITATIONS_PATH} viewer={viewer} />
      <PeopleNotices language={language} alert={alert} done={withdrawn ? messages.withdrawn : undefined} />
      {!page.mails && <NoMail {...messages} />}
      <StateFilter page={page} messages={messages} />
      <section id="invitations" aria-label={messages.states[page.state]}>
        <p class="count muted">{messages.stateHints[page.state]}</p>
        {page.invitations.length > 0 ? (
          <InvitationsTable invitations={page.invitations} messages={messages} language={language} />
        ) : (
          <Nothing title={messages.none[page.state]} hint={messages.noneHint} />
        )}
        <Pager label={messages.pages} turns="invitations" forth={{ path: older, text: messages.next }} />
      </section>
    </Shell>
  );
};

/** Why nobody is written to, and what that means. */
export const NoMail = ({ noMail, noMailHint }: Pick<InvitationsMessages, 'noMail' | 'noMailHint'>) => (
  <p class="notice">
    <strong>{noMail}.</strong> {noMailHint}
  </p>
);

interface StateFilterProps {
  readonly page: InvitationsPage;
  readonly messages: InvitationsMessages;
}

const StateFilter = ({ page, messages }: StateFilterProps) => (
  <ul class="people-states" aria-label={messages.state}>
    {SHOWN_STATES.map((state) => (
      <li key={state}>
        <a href={`${INVITATIONS_PATH}?state=${state}`} aria-current={state === page.state ? 'true' : undefined}>
          {messages.states[state]}
        </a>
      </li>
    ))}
  </ul>
);
