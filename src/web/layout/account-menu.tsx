import { ROLE_NAMES } from '../role-names.js';
import { ACCOUNT_PATH } from './account-path.js';
import { Initials } from './initials.js';
import type { LayoutMessages } from './layout-messages.js';
import type { Viewer } from './viewer.js';

export interface AccountMenuProps {
  readonly viewer: Viewer;
  readonly messages: LayoutMessages;
}

/** Who is signed in, and the way out. Opens without script. */
export const AccountMenu = ({ viewer, messages }: AccountMenuProps) => (
  <details class="account">
    <summary>
      <span class="seen-by-readers">{messages.account}: </span>
      <Initials name={viewer.name} />
      <span class="account__name">{viewer.name}</span>
    </summary>
    <div class="account__menu">
      <p>
        <strong>{viewer.name}</strong>
        {viewer.email && <span class="line">{viewer.email}</span>}
        <span class="line muted">
          {messages.signedInAs(ROLE_NAMES[viewer.language][viewer.role], viewer.organizationName)}
        </span>
      </p>
      <a class="step" href={ACCOUNT_PATH}>
        {messages.accountSettings}
      </a>
      <form method="post" action="/sign-out">
        <button type="submit" class="secondary outline">
          {messages.signOut}
        </button>
      </form>
    </div>
  </details>
);
