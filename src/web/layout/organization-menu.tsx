import { SWITCH_PATH } from './account-path.js';
import type { LayoutMessages } from './layout-messages.js';
import type { OtherOrganization, Viewer } from './viewer.js';

export interface OrganizationMenuProps {
  readonly viewer: Viewer;
  readonly messages: LayoutMessages;
}

/** The organization that the person acts in, always in sight, and the way to the others of the account. */
export const OrganizationMenu = ({
  viewer: { organizationName, otherOrganizations },
  messages,
}: OrganizationMenuProps) =>
  otherOrganizations.length === 0 ? (
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
