import { SIGN_IN_AGAIN_PATH } from '../access/sign-in-required.js';
import { SWITCH_PATH } from './account-path.js';
import type { LayoutMessages } from './layout-messages.js';
import type { OtherOrganization, Viewer } from './viewer.js';

export interface OrganizationMenuProps {
  readonly viewer: Viewer;
  readonly messages: LayoutMessages;
}

/**
 * The organization that the person acts in, always in sight, and the way to the others of the account: by name, or, in a
 * session that one organization's identity provider opened, by signing in there.
 */
export const OrganizationMenu = ({
  viewer: { organizationName, otherOrganizations, signedInBy },
  messages,
}: OrganizationMenuProps) =>
  otherOrganizations.length === 0 && signedInBy !== 'oidc' ? (
    <p class="bar__organization" title={organizationName}>
      {organizationName}
    </p>
  ) : (
    <details class="menu">
      <summary class="bar__organization" title={organizationName}>
        <span class="seen-by-readers">{messages.organization}: </span>
        <span class="menu__name">{organizationName}</span>
      </summary>
      <div class="menu__inside">
        <p class="menu__heading">{messages.switchOrganization}</p>
        <ul>
          {otherOrganizations.map((organization) => (
            <Other key={organization.id} organization={organization} messages={messages} />
          ))}
          {signedInBy === 'oidc' && (
            <li>
              <a class="menu__step" href={SIGN_IN_AGAIN_PATH}>
                {messages.signInElsewhere}
              </a>
            </li>
          )}
        </ul>
      </div>
    </details>
  );

interface OtherProps {
  readonly organization: OtherOrganization;
  readonly messages: LayoutMessages;
}

const Other = ({ organization: { id, name, opens }, messages }: OtherProps) => (
  <li>
    <form method="post" action={SWITCH_PATH}>
      <input type="hidden" name="organizationId" value={id} />
      <button type="submit" class="menu__step">
        {name}
        {!opens && <span class="line muted">{messages.needsSignIn}</span>}
      </button>
    </form>
  </li>
);
