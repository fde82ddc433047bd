import { can } from '../../members/roles.js';
import { isRole, ROLE_NAMES } from '../../web/role-names.js';
import { Moment } from '../../web/layout/moment.js';
import { toMemberAuditPath, toProjectPath } from '../people/people-path.js';
import type { MemberPartProps } from './member-role.js';

/** Sign-ins, groups and projects. */
export const MemberAccess = ({ page: { member, details }, viewer, messages }: MemberPartProps) => (
  <section class="panel" aria-labelledby="access">
    <h2 id="access">{messages.access}</h2>
    <dl class="facts people-facts">
      <dt>{messages.since}</dt>
      <dd>
        <Moment at={member.createdAt} language={viewer.language} />
      </dd>
      <dt>{messages.lastSignIn}</dt>
      <dd>
        {member.lastSignInAt === null ? messages.never : <Moment at={member.lastSignInAt} language={viewer.language} />}
      </dd>
      <dt>{messages.sessions}</dt>
      <dd>{details.sessions}</dd>
      <dt>{messages.apiKeys}</dt>
      <dd>{details.apiKeys}</dd>
    </dl>
    <h3>{messages.groups}</h3>
    {details.groups.length === 0 && <p class="muted">{messages.noGroups}</p>}
    <ul class="people-list">
      {details.groups.map(({ id, name }) => (
        <li key={id}>
          {name} {member.roleGroup?.id === id && <span class="chip chip--note">{messages.decides}</span>}
        </li>
      ))}
    </ul>
    <h3>{messages.projects}</h3>
    {details.projects.length === 0 && <p class="muted">{messages.noProjects}</p>}
    <ul class="people-list">
      {details.projects.map(({ id, name, role, byGroup }) => (
        <li key={`${id} ${role} ${byGroup}`}>
          <a href={toProjectPath(id)}>{name}</a>: {isRole(role) ? ROLE_NAMES[viewer.language][role] : role}{' '}
          <span class="muted">({byGroup ? messages.byGroup : messages.byHand})</span>
        </li>
      ))}
    </ul>
    {can(viewer.role, 'audit:view') && (
      <p>
        <a href={toMemberAuditPath(member.name)}>{messages.audit}</a>
      </p>
    )}
  </section>
);
