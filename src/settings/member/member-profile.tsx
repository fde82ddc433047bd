import { Locked } from '../people/locked.js';
import { toMemberPath } from '../people/people-path.js';
import type { MemberMessages } from './member-messages.js';
import type { MemberPartProps } from './member-role.js';
import { toProfileLines } from './profile-lines.js';

/** The name, to be changed where no directory gives it, and everything that the profile says. */
export const MemberProfile = ({ page, messages }: MemberPartProps) => {
  const { member, details, syncedBy } = page;
  return (
    <section class="panel" aria-labelledby="profile">
      <h2 id="profile">{messages.profile}</h2>
      {syncedBy === undefined ? (
        <form class="panel__row" method="post" action={`${toMemberPath(member.id)}/name`}>
          <label>
            <span class="visually-hidden">{messages.name}</span>
            <input type="text" name="name" value={member.name} required maxLength={120} autocomplete="off" />
          </label>
          <button type="submit">{messages.save}</button>
        </form>
      ) : (
        <Locked>{messages.nameLocked(syncedBy)}</Locked>
      )}
      <dl class="facts people-facts">
        <dt>userName</dt>
        <dd>{member.userName}</dd>
        {details.externalId !== null && (
          <>
            <dt>externalId</dt>
            <dd>{details.externalId}</dd>
          </>
        )}
      </dl>
      <Attributes profile={details.profile} messages={messages} />
      <p class="muted">{syncedBy === undefined ? messages.profileByHand : messages.profileLead(syncedBy)}</p>
    </section>
  );
};

interface AttributesProps {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly messages: MemberMessages;
}

const Attributes = ({ profile, messages }: AttributesProps) => {
  const lines = toProfileLines(profile);
  if (lines.length === 0) return null;
  return (
    <details class="people-attributes">
      <summary>{messages.allAttributes}</summary>
      <dl class="facts people-facts">
        {lines.map(({ name, value }, index) => (
          <>
            <dt key={`${index}-name`} title={name}>
              {name.slice(name.lastIndexOf(':') + 1)}
            </dt>
            <dd key={`${index}-value`}>{value}</dd>
          </>
        ))}
      </dl>
    </details>
  );
};
