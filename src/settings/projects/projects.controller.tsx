import { Body, Get, NotFoundException, Post, Query } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { Id } from '../../web/access/id.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import { FormPipe, type ReadForm } from '../../web/page/form.pipe.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { findPeopleAlert, type PeopleAlert } from '../people/people-alert.js';
import { PROJECTS_PATH, toProjectPath } from '../people/people-path.js';
import { type ProjectDone, ProjectMemberForm, ProjectNameForm, ProjectQuery } from './project-forms.js';
import { ProjectView } from './project-view.js';
import { ProjectsScreenService } from './projects-screen.service.js';
import { ProjectsView } from './projects-view.js';

/** *Settings → Projects*: for every member to see, for who manages members to change. */
@ScreenController(PROJECTS_PATH)
export class ProjectsScreenController {
  constructor(private readonly screen: ProjectsScreenService) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query() query: ProjectQuery): Promise<Screen> {
    return <ProjectsView viewer={toViewer(person)} page={await this.screen.list(person, query)} />;
  }

  @Post()
  @RequirePermission('member:manage')
  async create(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Body(new FormPipe(ProjectNameForm)) { form: { name } }: ReadForm<ProjectNameForm>,
  ): Promise<Screen> {
    try {
      return new SeeOther(`${toProjectPath(await this.screen.create(person, name, actor))}?done=created`);
    } catch (error) {
      const page = await this.screen.list(person, {});
      return new Refused(422, <ProjectsView viewer={toViewer(person)} page={page} alert={alertOf(error)} />);
    }
  }

  @Get(':id')
  async show(@CurrentPerson() person: Person, @Id() id: string, @Query() query: ProjectQuery): Promise<Screen> {
    const page = await this.screen.read(person, id, query);
    return <ProjectView viewer={toViewer(person)} page={page} done={query.done} />;
  }

  @Post(':id/rename')
  @RequirePermission('member:manage')
  rename(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(new FormPipe(ProjectNameForm)) { form: { name } }: ReadForm<ProjectNameForm>,
  ): Promise<Screen> {
    return this.answer(person, id, 'renamed', this.screen.rename(person, id, name, actor));
  }

  @Post(':id/members')
  @RequirePermission('member:manage')
  add(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(new FormPipe(ProjectMemberForm)) { form, invalid }: ReadForm<ProjectMemberForm>,
  ): Promise<Screen> {
    if (invalid.has('memberId')) throw new NotFoundException();
    if (invalid.has('role')) return this.refuse(person, id, 'role');
    return this.answer(person, id, 'added', this.screen.add(person, id, form, actor));
  }

  @Post(':id/members/:memberId/remove')
  @RequirePermission('member:manage')
  remove(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('memberId') memberId: string,
  ): Promise<Screen> {
    return this.answer(person, id, 'removed', this.screen.remove(person, id, memberId, actor));
  }

  private async answer(person: Person, id: string, done: ProjectDone, work: Promise<void>): Promise<Screen> {
    try {
      await work;
    } catch (error) {
      return this.refuse(person, id, alertOf(error));
    }
    return new SeeOther(`${toProjectPath(id)}?done=${done}`);
  }

  private async refuse(person: Person, id: string, alert: PeopleAlert): Promise<Screen> {
    const page = await this.screen.read(person, id, {});
    return new Refused(422, <ProjectView viewer={toViewer(person)} page={page} alert={alert} />);
  }
}

/** @throws the error itself, when it is none of the rules' */
function alertOf(error: unknown): PeopleAlert {
  const alert = findPeopleAlert(error);
  if (!alert) throw error;
  return alert;
}
