import type { Member } from '../../members/member.js';
import { PROJECT_ROLES } from '../../projects/project.js';
import type { Language } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import { toProjectPath } from '../people/people-path.js';
import { RoleField } from '../people/role-field.js';
import { ListFilter } from '../../web/list/list-filter.js';
import { LONGEST_SEARCH } from './project-forms.js';
import type { ProjectPage } from './project-page.js';
import type { ProjectsMessages } from './projects-messages.js';

export interface AddProjectMemberProps {
  readonly page: ProjectPage;
  readonly language: Language;
  readonly messages: ProjectsMessages;
}

/** Finds people of the organization while one types, whatever its size; without script the button sends it. */
export const AddProjectMember = ({ page, language, messages }: AddProjectMemberProps) => {
  const path = toProjectPath(page.project.id);
  const { search: label, searchHint: hint } = messages;
  const search = { name: 'search', label, hint, value: page.search, longest: LONGEST_SEARCH };
  return (
    <section class="people-add" aria-labelledby="add">
      <h2 id="add" class="people-section">
        {messages.addTitle}
      </h2>
      <ListFilter path={path} finds="candidates" search={search} apply={messages.find} keeps={false} />
      <div id="candidates" aria-live="polite">
        {page.search.trim() !== '' && page.candidates.length === 0 && <p class="muted">{messages.nobody}</p>}
        <ul class="people-cards">
          {page.candidates.map((member) => (
            <Candidate key={member.id} member={member} path={path} language={language} messages={messages} />
          ))}
        </ul>
      </div>
    </section>
  );
};

interface CandidateProps {
  readonly member: Member;
  readonly path: string;
  readonly language: Language;
  readonly messages: ProjectsMessages;
}

const Candidate = ({ member, path, language, messages }: CandidateProps) => (
  <li>
    <span>
      <strong>{member.name}</strong>
      <span class="line muted people-small people-address">
        {member.email} · {messages.inOrganization}: {ROLE_NAMES[language][member.role]}
      </span>
    </span>
    <form class="people-inline" method="post" action={`${path}/members`}>
      <input type="hidden" name="memberId" value={member.id} />
      <RoleField
        label={messages.roleOf(member.name)}
        roles={PROJECT_ROLES}
        chosen="engineer"
        language={language}
        quiet
      />
      <button type="submit" class="small" aria-label={messages.addOf(member.name)}>
        {messages.add}
      </button>
    </form>
  </li>
);
