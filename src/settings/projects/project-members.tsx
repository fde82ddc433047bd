import { PROJECT_ROLES, type ProjectMember } from '../../projects/project.js';
import type { Language } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import { toMemberPath, toProjectPath } from '../people/people-path.js';
import { RoleField } from '../people/role-field.js';
import { ListTable } from '../../web/list/list-table.js';
import type { ProjectPage } from './project-page.js';
import type { ProjectsMessages } from './projects-messages.js';

export interface ProjectMembersProps {
  readonly page: ProjectPage;
  readonly canManage: boolean;
  readonly language: Language;
  readonly messages: ProjectsMessages;
}

/** Whoever has a role in the project, a row for each way to have one. What a group gives is locked, and says so. */
export const ProjectMembers = ({ page, canManage, language, messages }: ProjectMembersProps) => (
  <ListTable
    headings={[messages.member, messages.role, messages.source]}
    acts={canManage ? messages.actions : undefined}
  >
    {page.members.map((member) => {
      const path = `${toProjectPath(page.project.id)}/members`;
      const row = { member, path, canManage, language, messages };
      return <Row key={`${member.id} ${member.role} ${member.byGroup}`} {...row} />;
    })}
  </ListTable>
);

interface RowProps extends Omit<ProjectMembersProps, 'page'> {
  readonly member: ProjectMember;
  /** Where forms go. */
  readonly path: string;
}

const Row = ({ member, path, canManage, language, messages }: RowProps) => {
  const { id, name, active, role, byGroup } = member;
  const isOpen = canManage && !byGroup;
  return (
    <tr role="row" class={active ? undefined : 'list__off'}>
      <th scope="row" role="rowheader">
        {canManage ? (
          <a class="person__name" href={toMemberPath(id)}>
            {name}
          </a>
        ) : (
          <span class="person__name">{name}</span>
        )}
        {!active && <span class="chip chip--dot">{messages.deactivated}</span>}
      </th>
      <td role="cell">
        {isOpen ? (
          <form class="people-inline" method="post" action={path}>
            <input type="hidden" name="memberId" value={id} />
            <RoleField label={messages.roleOf(name)} roles={PROJECT_ROLES} chosen={role} language={language} quiet />
            <button type="submit" class="small" aria-label={messages.saveOf(name)}>
              {messages.save}
            </button>
          </form>
        ) : (
          ROLE_NAMES[language][role]
        )}
      </td>
      <td role="cell">
        {byGroup ? (
          <span class="role-source role-source--locked muted" title={messages.byGroupHint}>
            {messages.byGroup}
          </span>
        ) : (
          <span class="muted">{messages.byHand}</span>
        )}
      </td>
      {canManage && (
        <td role="cell" class="list__acts">
          {isOpen && (
            <form method="post" action={`${path}/${id}/remove`}>
              <button type="submit" class="small" aria-label={messages.removeOf(name)}>
                {messages.remove}
              </button>
            </form>
          )}
        </td>
      )}
    </tr>
  );
};
