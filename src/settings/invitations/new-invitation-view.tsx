import { ROLES } from '../../members/roles.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../web/language.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { INVITATIONS_PATH } from '../people/people-path.js';
import { RoleField } from '../people/role-field.js';
import { INVITATIONS_MESSAGES } from './invitations-messages.js';
import type { NewInvitationPage } from './invitations-page.js';
import { NoMail } from './invitations-view.js';

export interface NewInvitationViewProps {
  readonly viewer: Viewer;
  readonly page: NewInvitationPage;
  readonly alert?: PeopleAlert | undefined;
}

/** *New invitation*. */
export const NewInvitationView = ({ viewer, page, alert }: NewInvitationViewProps) => {
  const { language } = viewer;
  const { form, mails, seats, byDirectory } = page;
  const messages = INVITATIONS_MESSAGES[language];
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={messages.newInvitation}>
      <Trail to={INVITATIONS_PATH} name={messages.title} here={messages.newInvitation} language={language} />
      <Headline title={messages.newInvitation} lead={messages.newLead} />
      {byDirectory && <p class="notice">{messages.byDirectory}</p>}
      {!mails && <NoMail {...messages} />}
      <form class="panel panel--form" method="post" action={INVITATIONS_PATH}>
        <PeopleNotices language={language} alert={alert} />
        <label>
          {messages.email}
          <input
            type="email"
            name="email"
            value={form.email}
            required
            maxLength={254}
            autocomplete="off"
            autofocus
            aria-invalid={alert ? 'true' : undefined}
            aria-describedby={alert && 'alert'}
          />
        </label>
        <RoleField label={messages.role} roles={ROLES} chosen={form.role} language={language} />
        <label>
          {messages.language}
          <select name="language" aria-describedby="language-hint">
            {LANGUAGES.map((choice) => (
              <option key={choice} value={choice} selected={choice === form.language}>
                {LANGUAGE_NAMES[choice]}
              </option>
            ))}
          </select>
          <small id="language-hint">{messages.languageHint}</small>
        </label>
        {seats && <p class="muted people-small">{messages.seats(seats.taken, seats.of)}</p>}
        <div class="panel__decision">
          <button type="submit">{mails ? messages.send : messages.create}</button>
          <a href={INVITATIONS_PATH}>{messages.cancel}</a>
        </div>
      </form>
    </Shell>
  );
};
