import { can } from '../../members/roles.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { PROJECTS_PATH, toProjectPath } from '../people/people-path.js';
import { PeopleTabs } from '../people/people-tabs.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import type { ProjectsPage } from './project-page.js';
import { PROJECTS_MESSAGES, type ProjectsMessages } from './projects-messages.js';

export interface ProjectsViewProps {
  readonly viewer: Viewer;
  readonly page: ProjectsPage;
  readonly alert?: PeopleAlert | undefined;
}

/** *Settings → Projects*: per-project access. */
export const ProjectsView = ({ viewer, page, alert }: ProjectsViewProps) => {
  const { language } = viewer;
  const messages = PROJECTS_MESSAGES[language];
  return (
    <Shell viewer={viewer} path={PROJECTS_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead} />
      <PeopleTabs current={PROJECTS_PATH} viewer={viewer} />
      <PeopleNotices language={language} alert={alert} />
      {page.projects.length > 0 ? (
        <Projects page={page} messages={messages} language={language} />
      ) : (
        <Nothing title={messages.none} hint={messages.noneHint} />
      )}
      {can(viewer.role, 'member:manage') && (
        <form class="people-line" method="post" action={PROJECTS_PATH}>
          <label>
            {messages.newProject}
            <input type="text" name="name" required maxLength={120} placeholder={messages.name} autocomplete="off" />
          </label>
          <button type="submit">{messages.create}</button>
        </form>
      )}
    </Shell>
  );
};

interface ProjectsProps {
  readonly page: ProjectsPage;
  readonly messages: ProjectsMessages;
  readonly language: Language;
}

const Projects = ({ page: { projects, next }, messages, language }: ProjectsProps) => (
  <section id="projects" aria-label={messages.title}>
    <ul class="people-cards">
      {projects.map(({ id, name, createdAt }) => (
        <li key={id}>
          <a href={toProjectPath(id)}>{name}</a>
          <span class="muted people-small">
            {messages.created} <Moment at={createdAt} language={language} />
          </span>
        </li>
      ))}
    </ul>
    <Pager
      label={messages.pages}
      turns="projects"
      forth={{ path: next && `${PROJECTS_PATH}?after=${next}`, text: messages.next }}
    />
  </section>
);
