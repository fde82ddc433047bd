import { can } from '../../members/roles.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { Locked } from '../people/locked.js';
import { PeopleNotices } from '../people/people-notices.js';
import { PROJECTS_PATH, toProjectPath } from '../people/people-path.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { Headline } from '../../web/layout/headline.js';
import { AddProjectMember } from './add-project-member.js';
import type { ProjectDone } from './project-forms.js';
import { ProjectMembers } from './project-members.js';
import type { ProjectPage } from './project-page.js';
import { PROJECTS_MESSAGES } from './projects-messages.js';

export interface ProjectViewProps {
  readonly viewer: Viewer;
  readonly page: ProjectPage;
  readonly alert?: PeopleAlert | undefined;
  readonly done?: ProjectDone | undefined;
}

/** One project and its *Project members*. */
export const ProjectView = ({ viewer, page, alert, done }: ProjectViewProps) => {
  const { language } = viewer;
  const messages = PROJECTS_MESSAGES[language];
  const { project, members, next } = page;
  const canManage = can(viewer.role, 'member:manage');
  return (
    <Shell viewer={viewer} path={PROJECTS_PATH} title={project.name}>
      <Trail to={PROJECTS_PATH} name={messages.title} here={project.name} language={language} />
      <Headline title={project.name} />
      <PeopleNotices language={language} alert={alert} done={done && messages.done[done]} />
      <section id="in-project" aria-labelledby="project-members">
        <h2 id="project-members" class="people-section">
          {messages.members}
        </h2>
        <p class="muted">{messages.membersLead}</p>
        {members.length > 0 ? (
          <ProjectMembers page={page} canManage={canManage} language={language} messages={messages} />
        ) : (
          <Nothing title={messages.noMembers} hint={messages.noMembersHint} />
        )}
        {members.some(({ byGroup }) => byGroup) && <Locked>{messages.byGroupHint}</Locked>}
        <Pager
          label={messages.pages}
          turns="in-project"
          forth={{ path: next && `${toProjectPath(project.id)}?after=${next}`, text: messages.next }}
        />
      </section>
      {canManage && <AddProjectMember page={page} language={language} messages={messages} />}
      {canManage && (
        <form class="people-line people-line--apart" method="post" action={`${toProjectPath(project.id)}/rename`}>
          <label>
            {messages.projectName}
            <input type="text" name="name" value={project.name} required maxLength={120} autocomplete="off" />
          </label>
          <button type="submit" class="outline">
            {messages.rename}
          </button>
        </form>
      )}
    </Shell>
  );
};
