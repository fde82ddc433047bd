import type { OpenInvitation } from '../invitations/invitation.js';
import { PASSWORD_LENGTH } from '../users/passwords.js';
import type { Language } from '../web/language.js';
import { Alone } from '../web/layout/alone.js';
import { Alert } from '../web/layout/tidings.js';
import { ROLE_NAMES } from '../web/role-names.js';
import { ACCEPT_MESSAGES, type AcceptAlert, type AcceptMessages } from './accept-messages.js';

/** What the page shows. */
export interface AcceptPage {
  readonly language: Language;
  readonly invitation: OpenInvitation;
  readonly name?: string;
  readonly alert?: AcceptAlert | undefined;
}

/** An invitation, and how to accept it: with a new account, or with the password of the one that is there. */
export const AcceptView = ({ language, invitation, name, alert }: AcceptPage) => {
  const messages = ACCEPT_MESSAGES[language];
  const { organizationName, role, email, hasAccount } = invitation;
  const isOfPassword = alert !== undefined && alert !== 'name';
  return (
    <Alone title={messages.title(organizationName)} language={language}>
      <h1 class="people-address">{messages.title(organizationName)}</h1>
      <p>{messages.lead(organizationName, ROLE_NAMES[language][role])}</p>
      <Alert id="alert">{alert && messages.alerts[alert]}</Alert>
      <form method="post">
        <label>
          {messages.email}
          <input type="email" name="email" value={email} readOnly autocomplete="username" />
        </label>
        <label>
          {messages.name}
          <input
            type="text"
            name="name"
            value={name}
            required
            maxLength={120}
            autocomplete="name"
            autofocus={!isOfPassword}
            aria-describedby={alert === 'name' ? 'alert name-hint' : 'name-hint'}
          />
          <small id="name-hint">{messages.nameHint}</small>
        </label>
        <Password hasAccount={hasAccount} alert={isOfPassword ? alert : undefined} messages={messages} />
        <button type="submit">{messages.join}</button>
      </form>
      <p class="muted people-small people-after">{hasAccount ? messages.linkNote : messages.newNote}</p>
    </Alone>
  );
};

interface PasswordProps {
  readonly hasAccount: boolean;
  readonly alert: AcceptAlert | undefined;
  readonly messages: AcceptMessages;
}

const Password = ({ hasAccount, alert, messages }: PasswordProps) => (
  <label>
    {hasAccount ? messages.currentPassword : messages.newPassword}
    <input
      type="password"
      name="password"
      required
      minLength={hasAccount ? undefined : PASSWORD_LENGTH.min}
      maxLength={PASSWORD_LENGTH.max}
      autocomplete={hasAccount ? 'current-password' : 'new-password'}
      autofocus={!!alert}
      aria-describedby={alert ? 'alert password-hint' : 'password-hint'}
    />
    <small id="password-hint">{hasAccount ? messages.currentPasswordHint : messages.newPasswordHint}</small>
  </label>
);
