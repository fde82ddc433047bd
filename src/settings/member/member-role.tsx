import { can, ROLES } from '../../members/roles.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { toMemberPath } from '../people/people-path.js';
import { Locked } from '../people/locked.js';
import { RoleField } from '../people/role-field.js';
import { toRoleMappingPath } from '../provisioning/provisioning-path.js';
import type { MemberMessages } from './member-messages.js';
import type { MemberPage } from './member-page.js';

export interface MemberPartProps {
  readonly page: MemberPage;
  readonly viewer: Viewer;
  readonly messages: MemberMessages;
}

/** The role, to be changed by who manages members; where a group decides, who does and what to do. */
export const MemberRole = ({ page: { member }, viewer, messages }: MemberPartProps) => {
  const { roleGroup, recovery, connectionId, roleByHand } = member;
  const isFixed = roleGroup !== null || recovery;
  return (
    <section class="panel" aria-labelledby="role">
      <h2 id="role">{messages.role}</h2>
      {isFixed ? (
        <p class="people-value">{ROLE_NAMES[viewer.language][member.role]}</p>
      ) : (
        <form class="panel__row" method="post" action={`${toMemberPath(member.id)}/role`}>
          <RoleField label={messages.role} roles={ROLES} chosen={member.role} language={viewer.language} quiet />
          <button type="submit">{messages.save}</button>
        </form>
      )}
      {roleGroup !== null && (
        <Locked>
          {messages.roleLocked(roleGroup.name)}{' '}
          {connectionId !== null && can(viewer.role, 'identity_provider:manage') && (
            <a href={toRoleMappingPath(connectionId)}>{messages.roleMapping}</a>
          )}
        </Locked>
      )}
      {recovery && <Locked>{messages.roleRecovery}</Locked>}
      {!isFixed && !roleByHand && <p class="muted">{messages.roleDefault}</p>}
    </section>
  );
};
