import type { ProviderDoor } from '../../identity-providers/single-sign-on.service.js';
import type { Membership } from '../../users/users.service.js';
import { Alone } from '../layout/alone.js';
import { Alert, Report } from '../layout/tidings.js';
import type { Language } from '../language.js';
import { loginPath } from '../sso/sso-paths.js';
import { SIGN_IN_MESSAGES, type SignInAlert, type SignInMessages } from './sign-in-messages.js';

/** What the sign-in page shows. */
export interface SignInPage {
  readonly language: Language;
  /** The path to continue at. */
  readonly next: string;
  readonly email?: string | undefined;
  readonly alert?: SignInAlert | undefined;
  /** The organizations to choose from, when the account has several. */
  readonly organizations?: readonly Membership[] | undefined;
  /** The identity providers to choose from; none, when they were looked for and only a password is left. */
  readonly doors?: readonly ProviderDoor[] | undefined;
}

/** E-mail and password, and the organization when there are several. */
export const SignInView = ({ language, next, email, alert, organizations, doors }: SignInPage) => {
  const messages = SIGN_IN_MESSAGES[language];
  return (
    <Alone title={messages.title} language={language} note={messages.note}>
      <h1>{messages.title}</h1>
      <Alert id="alert">{alert && messages.alerts[alert]}</Alert>
      {doors && <Doors doors={doors} next={next} email={email} messages={messages} />}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <label>
          {messages.email}
          <input type="email" name="email" value={email} autocomplete="username" required autofocus={!email} />
        </label>
        {organizations && <Organizations organizations={organizations} messages={messages} />}
        <label>
          {messages.password}
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required={doors !== undefined}
            autofocus={!!email}
            aria-describedby={alert ? 'alert' : 'password-hint'}
          />
          {!doors && (
            <small id="password-hint" class="muted">
              {messages.passwordHint}
            </small>
          )}
        </label>
        <button type="submit">{messages.submit}</button>
      </form>
    </Alone>
  );
};

interface DoorsProps {
  readonly doors: readonly ProviderDoor[];
  readonly next: string;
  readonly email: string | undefined;
  readonly messages: SignInMessages;
}

const Doors = ({ doors, next, email, messages }: DoorsProps) =>
  doors.length === 0 ? (
    <Report>{messages.enterPassword}</Report>
  ) : (
    <nav class="doors" aria-label={messages.chooseDoor}>
      <p>{messages.chooseDoor}</p>
      {doors.map(({ providerId, organizationName }) => (
        <a key={providerId} class="step" href={loginPath(providerId, { next, ...(email && { login_hint: email }) })}>
          {organizationName}
        </a>
      ))}
      <p class="muted">{messages.orPassword}</p>
    </nav>
  );

interface OrganizationsProps {
  readonly organizations: readonly Membership[];
  readonly messages: SignInMessages;
}

const Organizations = ({ organizations, messages }: OrganizationsProps) => (
  <fieldset>
    <legend>{messages.chooseOrganization}</legend>
    {organizations.map(({ organizationId, organizationName }, index) => (
      <label key={organizationId}>
        <input type="radio" name="organizationId" value={organizationId} required defaultChecked={index === 0} />
        {organizationName}
      </label>
    ))}
  </fieldset>
);
