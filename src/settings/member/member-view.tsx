import { Initials } from '../../web/layout/initials.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_MESSAGES } from '../members/members-messages.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { MemberAccess } from './member-access.js';
import { MEMBER_MESSAGES } from './member-messages.js';
import type { MemberPage } from './member-page.js';
import { MemberProfile } from './member-profile.js';
import type { MemberDone } from './member-query.js';
import { MemberRecovery } from './member-recovery.js';
import { MemberRole } from './member-role.js';
import { MemberStatus } from './member-status.js';

export interface MemberViewProps {
  readonly viewer: Viewer;
  readonly page: MemberPage;
  readonly alert?: PeopleAlert | undefined;
  readonly done?: MemberDone | undefined;
}

/** One member: what is known, where it comes from, and what can be done. What a directory owns is locked, and says why. */
export const MemberView = ({ viewer, page, alert, done }: MemberViewProps) => {
  const { language } = viewer;
  const [messages, words] = [MEMBER_MESSAGES[language], MEMBERS_MESSAGES[language]];
  const { member, syncedBy, isViewer } = page;
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={member.name}>
      <Trail to={MEMBERS_PATH} name={messages.members} here={member.name} language={language} />
      <div class="people-person">
        <Initials name={member.name} />
        <div>
          <h1>{member.name}</h1>
          <p class="muted people-address">{member.email ?? messages.noEmail}</p>
        </div>
        <p class="people-chips">
          <span class={member.active ? 'chip chip--dot chip--good' : 'chip chip--dot'}>
            {member.active ? words.active : words.deactivated}
          </span>
          {member.recovery && <span class="chip chip--note">{words.recovery}</span>}
          {syncedBy !== undefined && <span class="chip">{words.syncedBy(syncedBy)}</span>}
          {isViewer && <span class="chip">{words.you}</span>}
        </p>
      </div>
      <PeopleNotices language={language} alert={alert} done={done && messages.done[done]} />
      <div class="people-panels">
        <div>
          <MemberRole page={page} viewer={viewer} messages={messages} />
          <MemberProfile page={page} viewer={viewer} messages={messages} />
        </div>
        <div>
          <MemberStatus page={page} messages={messages} />
          <MemberRecovery page={page} messages={messages} />
          <MemberAccess page={page} viewer={viewer} messages={messages} />
        </div>
      </div>
    </Shell>
  );
};
