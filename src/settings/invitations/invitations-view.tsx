import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { INVITATIONS_PATH } from '../people/people-path.js';
import { PeopleTabs } from '../people/people-tabs.js';
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
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.title}>
      <div class="headline">
        <div>
          <h1>{messages.title}</h1>
          <p class="muted">{messages.lead}</p>
        </div>
        <a role="button" href={`${INVITATIONS_PATH}/new`}>
          {messages.newInvitation}
        </a>
      </div>
      <PeopleTabs current={INVITATIONS_PATH} viewer={viewer} />
      <PeopleNotices language={language} alert={alert} done={withdrawn ? messages.withdrawn : undefined} />
      {!page.mails && <NoMail {...messages} />}
      <StateFilter page={page} messages={messages} />
      <section id="invitations" aria-label={messages.states[page.state]}>
        <p class="count muted">{messages.stateHints[page.state]}</p>
        {page.invitations.length > 0 ? (
          <InvitationsTable invitations={page.invitations} messages={messages} language={language} />
        ) : (
          <div class="nobody">
            <p>
              <strong>{messages.none[page.state]}</strong>
            </p>
            <p class="muted">{messages.noneHint}</p>
          </div>
        )}
        {page.next !== undefined && (
          <nav class="pages" aria-label={messages.pages}>
            <span />
            <a class="step" rel="next" href={`${INVITATIONS_PATH}?state=${page.state}&before=${page.next}`}>
              {messages.next} →
            </a>
          </nav>
        )}
      </section>
    </Shell>
  );
};

/** Why nobody is written to, and what that means. */
export const NoMail = ({ noMail, noMailHint }: Pick<InvitationsMessages, 'noMail' | 'noMailHint'>) => (
  <p class="people-note">
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
