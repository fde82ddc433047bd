import { SecretOnce } from '../../web/layout/secret-once.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import { INVITATIONS_PATH } from '../people/people-path.js';
import { INVITATIONS_MESSAGES } from './invitations-messages.js';
import type { SentInvitationPage } from './invitations-page.js';

export interface SentInvitationViewProps {
  readonly viewer: Viewer;
  readonly page: SentInvitationPage;
}

/** An invitation's link, the only time that it is seen. */
export const SentInvitationView = ({ viewer, page: { invitation, again, mails } }: SentInvitationViewProps) => {
  const { language } = viewer;
  const messages = INVITATIONS_MESSAGES[language];
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.sentTitle(again)}>
      <Trail to={INVITATIONS_PATH} name={messages.title} here={invitation.email} language={language} />
      <Headline title={messages.sentTitle(again)} />
      <p role="status">
        {messages.sentLead(invitation.email, mails)} {again && messages.oldLinkDead}
      </p>
      <div class="panel panel--form">
        <SecretOnce id="link" label={messages.link} value={invitation.url} language={language} />
        <p class="muted people-small">{messages.linkHint}</p>
        <div class="panel__decision">
          <a role="button" href={INVITATIONS_PATH}>
            {messages.done}
          </a>
        </div>
      </div>
    </Shell>
  );
};
