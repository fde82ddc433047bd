import { Locked } from '../people/locked.js';
import { toMemberPath } from '../people/people-path.js';
import type { MemberMessages } from './member-messages.js';
import type { MemberPage } from './member-page.js';

export interface MemberRecoveryProps {
  readonly page: MemberPage;
  readonly messages: MemberMessages;
}

/** Of a recovery administrator, and of who could be one: what that means, and the way in or out. */
export const MemberRecovery = ({ page: { member, standing }, messages }: MemberRecoveryProps) => {
  if (!member.recovery && !standing.canBeNamed) return null;
  const path = `${toMemberPath(member.id)}/recovery`;
  return (
    <section class="panel" aria-labelledby="recovery">
      <h2 id="recovery">{messages.recovery}</h2>
      {member.recovery && <Locked>{messages.recoveryHint}</Locked>}
      {member.recovery && !standing.canBeRelieved && <p class="muted">{messages.recoveryOnly}</p>}
      {standing.canBeRelieved && (
        <form method="post" action={`${path}/end`}>
          <p class="muted">{messages.recoveryRelieveHint}</p>
          <button type="submit" class="outline">
            {messages.recoveryRelieve}
          </button>
        </form>
      )}
      {standing.canBeNamed && (
        <form method="post" action={path}>
          <p class="muted">{messages.recoveryNameHint}</p>
          <button type="submit" class="outline">
            {messages.recoveryName}
          </button>
        </form>
      )}
    </section>
  );
};
