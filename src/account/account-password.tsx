import { ACCOUNT_PATH } from '../web/layout/account-path.js';
import { Alert } from '../web/layout/tidings.js';
import type { AccountMessages } from './account-messages.js';
import type { AccountPage, PasswordAlert } from './account-page.js';

export interface AccountPasswordProps {
  readonly page: AccountPage;
  readonly alert: PasswordAlert | undefined;
  readonly messages: AccountMessages;
}

/** The password, or where it is kept instead. */
export const AccountPassword = ({ page, alert, messages }: AccountPasswordProps) => (
  <section class="panel" aria-labelledby="password">
    <h2 id="password">{messages.password}</h2>
    <Alert id="password-alert">{alert && messages.passwordAlerts[alert]}</Alert>
    {page.hasPassword ? (
      <PasswordForm email={page.email} alert={alert} messages={messages} />
    ) : (
      <p class="muted">
        {page.managedBy === undefined ? messages.noPassword : messages.passwordManagedBy(page.managedBy)}
      </p>
    )}
  </section>
);

interface PasswordFormProps {
  readonly email: string | null;
  readonly alert: PasswordAlert | undefined;
  readonly messages: AccountMessages;
}

const PasswordForm = ({ email, alert, messages }: PasswordFormProps) => (
  <form class="panel__fields" method="post" action={`${ACCOUNT_PATH}/password`}>
    <input type="email" autocomplete="username" value={email ?? ''} readOnly hidden />
    <label>
      {messages.currentPassword}
      <input
        type="password"
        name="current"
        autocomplete="current-password"
        required
        autofocus={alert !== undefined}
        aria-describedby={alert && 'password-alert'}
      />
    </label>
    <label>
      {messages.newPassword}
      <input
        type="password"
        name="wanted"
        autocomplete="new-password"
        required
        minLength={10}
        maxLength={256}
        aria-describedby="password-hint"
      />
    </label>
    <small id="password-hint">{messages.newPasswordHint}</small>
    <label>
      {messages.repeatPassword}
      <input type="password" name="repeated" autocomplete="new-password" required />
    </label>
    <p class="muted">{messages.passwordEffect}</p>
    <button type="submit">{messages.changePassword}</button>
  </form>
);
