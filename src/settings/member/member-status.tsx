import { Locked } from '../people/locked.js';
import { toMemberPath } from '../people/people-path.js';
import type { MemberMessages } from './member-messages.js';
import type { MemberPage } from './member-page.js';

export interface MemberStatusProps {
  readonly page: MemberPage;
  readonly messages: MemberMessages;
}

/** Whether the member gets in, and the ways to change that. What cuts access leads to a page that tells the consequences. */
export const MemberStatus = ({ page: { member, syncedBy }, messages }: MemberStatusProps) => {
  const path = toMemberPath(member.id);
  if (member.recovery) {
    return (
      <section class="panel" aria-labelledby="status">
        <h2 id="status">{messages.status}</h2>
        <p>{messages.statusActive}</p>
      </section>
    );
  }
  return (
    <section class="panel" aria-labelledby="status">
      <h2 id="status">{messages.status}</h2>
      {member.active ? (
        <p>{messages.statusActive}</p>
      ) : syncedBy === undefined ? (
        <p>{messages.statusOff}</p>
      ) : (
        <Locked>{messages.statusOffManaged(syncedBy)}</Locked>
      )}
      <div class="people-actions">
        {member.active && (
          <a class="step" href={`${path}/deactivate`}>
            {messages.deactivate}
          </a>
        )}
        {!member.active && syncedBy === undefined && (
          <form method="post" action={`${path}/reactivate`}>
            <button type="submit">{messages.reactivate}</button>
          </form>
        )}
        <a class="step people-danger" href={`${path}/remove`}>
          {messages.remove}
        </a>
      </div>
    </section>
  );
};
