import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { Id } from '../../web/access/id.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import { FormPipe, type ReadForm } from '../../web/page/form.pipe.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import { alertOfFields, findPeopleAlert, type PeopleAlert } from '../people/people-alert.js';
import { toMemberPath } from '../people/people-path.js';
import { CutView } from './cut-view.js';
import { NameForm, NewMemberForm, RoleForm } from './member-forms.js';
import type { Cut } from './member-page.js';
import { type MemberDone, MemberQuery } from './member-query.js';
import { MemberScreenService } from './member-screen.service.js';
import { MemberView } from './member-view.js';
import { NewMemberView } from './new-member-view.js';

/** One member's page, and *Create access manually*, for who manages members. */
@RequirePermission('member:manage')
@ScreenController(MEMBERS_PATH)
export class MemberController {
  constructor(private readonly screen: MemberScreenService) {}

  @Get('new')
  showNew(@CurrentPerson() person: Person): Screen {
    return <NewMemberView viewer={toViewer(person)} form={new NewMemberForm()} />;
  }

  /** Whoever creates access chooses a password that lets in. */
  @Post('new')
  @HttpCode(200)
  @RequireFreshSignIn()
  async create(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Body(new FormPipe(NewMemberForm)) { form, invalid }: ReadForm<NewMemberForm>,
  ): Promise<Screen> {
    const ask = (alert: PeopleAlert) =>
      new Refused(422, <NewMemberView viewer={toViewer(person)} form={form} alert={alert} />);
    const missing = alertOfFields(invalid);
    if (missing) return ask(missing);
    try {
      return new SeeOther(`${toMemberPath(await this.screen.create(person, form, actor))}?done=created`);
    } catch (error) {
      const alert = findPeopleAlert(error);
      if (!alert) throw error;
      return ask(alert);
    }
  }

  @Get(':id')
  async show(@CurrentPerson() person: Person, @Id() id: string, @Query() { done }: MemberQuery): Promise<Screen> {
    return <MemberView viewer={toViewer(person)} page={await this.screen.read(person, id)} done={done} />;
  }

  @Post(':id/role')
  changeRole(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(new FormPipe(RoleForm)) { form, invalid }: ReadForm<RoleForm>,
  ): Promise<Screen> {
    if (invalid.size > 0) return this.refuse(person, id, 'role');
    return this.answer(person, id, 'role', this.screen.changeRole(person, id, form, actor));
  }

  @Post(':id/name')
  rename(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(new FormPipe(NameForm)) { form, invalid }: ReadForm<NameForm>,
  ): Promise<Screen> {
    if (invalid.size > 0) return this.refuse(person, id, 'name');
    return this.answer(person, id, 'name', this.screen.rename(person, id, form, actor));
  }

  @Post(':id/reactivate')
  reactivate(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    return this.answer(person, id, 'reactivated', this.screen.reactivate(person, id, actor));
  }

  @Get(':id/deactivate')
  askDeactivate(@CurrentPerson() person: Person, @Id() id: string): Promise<Screen> {
    return this.ask(person, id, 'deactivate');
  }

  @Get(':id/remove')
  askRemove(@CurrentPerson() person: Person, @Id() id: string): Promise<Screen> {
    return this.ask(person, id, 'remove');
  }

  @Post(':id/deactivate')
  deactivate(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    return this.answer(person, id, 'deactivated', this.screen.cut(person, id, 'deactivate', actor));
  }

  @Post(':id/remove')
  async remove(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    const answer = await this.answer(person, id, undefined, this.screen.cut(person, id, 'remove', actor));
    return answer instanceof SeeOther ? new SeeOther(`${MEMBERS_PATH}?done=removed`) : answer;
  }

  @Post(':id/recovery')
  @RequireFreshSignIn('.')
  nameRecovery(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    return this.answer(person, id, 'named', this.screen.stand(person, id, 'name', actor));
  }

  @Post(':id/recovery/end')
  @RequireFreshSignIn('..')
  relieveRecovery(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    return this.answer(person, id, 'relieved', this.screen.stand(person, id, 'relieve', actor));
  }

  private async ask(person: Person, id: string, cut: Cut): Promise<Screen> {
    return <CutView viewer={toViewer(person)} page={await this.screen.read(person, id)} cut={cut} />;
  }

  /** The member's page, which says what was done, or why it was not. */
  private async answer(person: Person, id: string, done: MemberDone | undefined, work: Promise<void>): Promise<Screen> {
    try {
      await work;
    } catch (error) {
      const alert = findPeopleAlert(error);
      if (!alert) throw error;
      return this.refuse(person, id, alert);
    }
    return new SeeOther(`${toMemberPath(id)}?done=${done ?? ''}`);
  }

  private async refuse(person: Person, id: string, alert: PeopleAlert): Promise<Screen> {
    const page = await this.screen.read(person, id);
    return new Refused(422, <MemberView viewer={toViewer(person)} page={page} alert={alert} />);
  }
}
