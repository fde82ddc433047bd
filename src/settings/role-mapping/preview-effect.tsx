import type { ProjectRole } from '../../members/member.js';
import type { PreviewedMember, PreviewedMembers } from '../../provisioning/roles/role-preview.js';
import { Initials } from '../../web/layout/initials.js';
import type { ProjectChoice } from './editor-page.js';
import type { Effect, PreviewMessages } from './preview-messages.js';

export interface PreviewEffectProps {
  readonly effect: Effect;
  readonly members: PreviewedMembers;
  readonly projects: readonly ProjectChoice[];
  readonly messages: PreviewMessages;
}

/** Who is concerned in one way: how many, the first of them, more on demand. */
export const PreviewEffect = ({ effect, members: { total, members }, projects, messages }: PreviewEffectProps) => {
  const [first, more] = [members.slice(0, SEEN), members.slice(SEEN)];
  return (
    <section class="effect" aria-labelledby={effect}>
      <h2 id={effect}>
        <span class={`effect__sign effect__sign--${effect}`} aria-hidden="true" />
        {messages.effects[effect](total)}
      </h2>
      <People members={first} projects={projects} messages={messages} />
      {more.length > 0 && (
        <details>
          <summary>{messages.showMore(more.length)}</summary>
          <People members={more} projects={projects} messages={messages} />
        </details>
      )}
      {total > members.length && <p class="muted">{messages.others(total - members.length)}</p>}
    </section>
  );
};

const SEEN = 10;

interface PeopleProps {
  readonly members: readonly PreviewedMember[];
  readonly projects: readonly ProjectChoice[];
  readonly messages: PreviewMessages;
}

const People = ({ members, projects, messages }: PeopleProps) => (
  <ul class="effect__people">
    {members.map((member) => (
      <li key={member.id} class="person">
        <Initials name={member.name} />
        <div>
          <span class="person__name">{member.name}</span>
          <span class="line">
            {member.from === member.to ? null : <RoleChange member={member} messages={messages} />}
            <ProjectChange roles={member.projectRoles} projects={projects} messages={messages} />
          </span>
        </div>
      </li>
    ))}
  </ul>
);

interface RoleChangeProps {
  readonly member: PreviewedMember;
  readonly messages: PreviewMessages;
}

const RoleChange = ({ member: { from, to, group }, messages }: RoleChangeProps) => (
  <span class="line">
    {messages.roles[from]} <span aria-hidden="true">→</span>
    <span class="visually-hidden">{messages.becomes}</span> <strong>{messages.roles[to]}</strong>{' '}
    <span class="muted">{group === null ? messages.noGroup : messages.becauseOf(group.name)}</span>
  </span>
);

interface ProjectChangeProps {
  readonly roles: PreviewedMember['projectRoles'];
  readonly projects: readonly ProjectChoice[];
  readonly messages: PreviewMessages;
}

const ProjectChange = ({ roles: { from, to }, projects, messages }: ProjectChangeProps) => {
  const sayOf = ({ project, role }: ProjectRole) =>
    messages.roleInProject(
      new Map<string, string>(Object.entries(messages.roles)).get(role) ?? role,
      projects.find(({ id }) => id === project)?.name ?? messages.unknownProject,
    );
  const [before, after] = [from.map(sayOf), to.map(sayOf)];
  return (
    <>
      {after
        .filter((role) => !before.includes(role))
        .map((role) => (
          <span key={role} class="line">
            + {role}
          </span>
        ))}
      {before
        .filter((role) => !after.includes(role))
        .map((role) => (
          <span key={role} class="line">
            − {role}
          </span>
        ))}
    </>
  );
};
