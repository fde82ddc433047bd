import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import { toMemberPath } from '../people/people-path.js';
import { CUT_MESSAGES } from './cut-messages.js';
import type { Cut, MemberPage } from './member-page.js';

export interface CutViewProps {
  readonly viewer: Viewer;
  readonly page: MemberPage;
  readonly cut: Cut;
}

/** What happens when a member's access is cut, told before it is. */
export const CutView = ({ viewer, page: { member, details, syncedBy }, cut }: CutViewProps) => {
  const { language } = viewer;
  const messages = CUT_MESSAGES[language];
  const { title, lead, managed, button } = messages.acts[cut];
  const path = toMemberPath(member.id);
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={title(member.name)}>
      <Trail to={path} name={member.name} here={button} language={language} />
      <Headline title={title(member.name)} />
      <form class="panel panel--form" method="post" action={`${path}/${cut}`}>
        <p>{lead}</p>
        <p class="people-consequences">{messages.consequences}</p>
        <ul class="people-list people-list--dots">
          {details.sessions > 0 && <li>{messages.sessions(details.sessions)}</li>}
          {details.apiKeys > 0 && <li>{messages.apiKeys(details.apiKeys)}</li>}
          <li>{messages.invitations}</li>
          {member.active && <li>{messages.seat}</li>}
          <li>{messages.history}</li>
        </ul>
        {syncedBy !== undefined && <p class="notice">{managed(syncedBy)}</p>}
        <div class="panel__decision">
          <button type="submit" class="people-cut">
            {button}
          </button>
          <a href={path}>{messages.cancel}</a>
        </div>
      </form>
    </Shell>
  );
};
