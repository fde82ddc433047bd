import { LANGUAGE_NAMES, LANGUAGES } from '../web/language.js';
import { ACCOUNT_PATH } from '../web/layout/account-path.js';
import { Headline } from '../web/layout/headline.js';
import { Shell } from '../web/layout/shell.js';
import type { Viewer } from '../web/layout/viewer.js';
import { Report } from '../web/layout/tidings.js';
import { ROLE_NAMES } from '../web/role-names.js';
import { ACCOUNT_MESSAGES, type AccountMessages } from './account-messages.js';
import type { AccountPage, Done, PasswordAlert, SessionAlert } from './account-page.js';
import { AccountPassword } from './account-password.js';
import { AccountSessions } from './account-sessions.js';

export interface AccountViewProps {
  readonly viewer: Viewer;
  readonly page: AccountPage;
  readonly done?: Done | undefined;
  readonly passwordAlert?: PasswordAlert | undefined;
  readonly sessionAlert?: SessionAlert | undefined;
}

/** *Account*: plain forms, each for itself. */
export const AccountView = ({ viewer, page, done, passwordAlert, sessionAlert }: AccountViewProps) => {
  const messages = ACCOUNT_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={ACCOUNT_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead} />
      <Report>{done && messages.done[done]}</Report>
      <div class="account-page">
        <Profile viewer={viewer} page={page} messages={messages} />
        <LanguageForm viewer={viewer} messages={messages} />
        <AccountPassword page={page} alert={passwordAlert} messages={messages} />
        <AccountSessions viewer={viewer} sessions={page.sessions} alert={sessionAlert} messages={messages} />
      </div>
    </Shell>
  );
};

interface PartProps {
  readonly viewer: Viewer;
  readonly messages: AccountMessages;
}

const Profile = ({ viewer, page, messages }: PartProps & { readonly page: AccountPage }) => (
  <section class="panel" aria-labelledby="profile">
    <h2 id="profile">{messages.profile}</h2>
    <dl class="facts">
      <dt>{messages.name}</dt>
      <dd>{page.memberName}</dd>
      <dt>{messages.email}</dt>
      <dd>{page.email ?? <span class="muted">{messages.noEmail}</span>}</dd>
      <dt>{messages.role}</dt>
      <dd>
        {ROLE_NAMES[viewer.language][viewer.role]} · {viewer.organizationName}
      </dd>
    </dl>
    <p class="muted">{page.managedBy === undefined ? messages.byAdministrator : messages.managedBy(page.managedBy)}</p>
  </section>
);

const LanguageForm = ({ viewer, messages }: PartProps) => (
  <section class="panel" aria-labelledby="language">
    <h2 id="language">{messages.language}</h2>
    <form class="panel__row" method="post" action={`${ACCOUNT_PATH}/language`}>
      <select name="language" aria-labelledby="language" aria-describedby="language-hint" autocomplete="language">
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language} selected={language === viewer.language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
      <button type="submit">{messages.save}</button>
    </form>
    <p class="muted" id="language-hint">
      {messages.languageHint}
    </p>
  </section>
);
