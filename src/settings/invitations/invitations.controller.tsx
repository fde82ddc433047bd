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
import { alertOfFields, findPeopleAlert, type PeopleAlert } from '../people/people-alert.js';
import { INVITATIONS_PATH } from '../people/people-path.js';
import { InvitationForm } from './invitation-form.js';
import { InvitationsQuery } from './invitations-query.js';
import { InvitationsScreenService } from './invitations-screen.service.js';
import { InvitationsView } from './invitations-view.js';
import { NewInvitationView } from './new-invitation-view.js';
import { SentInvitationView } from './sent-invitation-view.js';

/** *Settings → Members → Pending invitations*, for who manages members. */
@RequirePermission('member:manage')
@ScreenController(INVITATIONS_PATH)
export class InvitationsScreenController {
  constructor(private readonly screen: InvitationsScreenService) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query() query: InvitationsQuery): Promise<Screen> {
    const page = await this.screen.read(person, query);
    return <InvitationsView viewer={toViewer(person)} page={page} withdrawn={query.done !== undefined} />;
  }

  @Get('new')
  async showNew(@CurrentPerson() person: Person): Promise<Screen> {
    const viewer = toViewer(person);
    const form = Object.assign(new InvitationForm(), { language: viewer.language });
    return <NewInvitationView viewer={viewer} page={await this.screen.readNew(person, form)} />;
  }

  /** The link is a secret: it lets whoever holds it in. */
  @Post()
  @HttpCode(200)
  @RequireFreshSignIn('invitations/new')
  async create(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Body(new FormPipe(InvitationForm)) { form, invalid }: ReadForm<InvitationForm>,
  ): Promise<Screen> {
    const viewer = toViewer(person);
    const ask = async (alert: PeopleAlert) =>
      new Refused(
        422,
        <NewInvitationView viewer={viewer} page={await this.screen.readNew(person, form)} alert={alert} />,
      );
    if (invalid.size > 0) return ask(alertOfFields(invalid) ?? 'address');
    try {
      const invitation = await this.screen.create(person, form, actor);
      return <SentInvitationView viewer={viewer} page={{ invitation, again: false, mails: this.screen.mails }} />;
    } catch (error) {
      const alert = findPeopleAlert(error);
      if (!alert) throw error;
      return ask(alert);
    }
  }

  @Post(':id/resend')
  @HttpCode(200)
  @RequireFreshSignIn('../../invitations')
  async resend(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    try {
      const invitation = await this.screen.resend(person, id, actor);
      const page = { invitation, again: true, mails: this.screen.mails };
      return <SentInvitationView viewer={toViewer(person)} page={page} />;
    } catch (error) {
      return this.refuse(person, error);
    }
  }

  @Post(':id/withdraw')
  async withdraw(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Id() id: string): Promise<Screen> {
    try {
      await this.screen.withdraw(person, id, actor);
    } catch (error) {
      return this.refuse(person, error);
    }
    return new SeeOther(`${INVITATIONS_PATH}?done=withdrawn`);
  }

  private async refuse(person: Person, error: unknown): Promise<Refused> {
    const alert = findPeopleAlert(error);
    if (!alert) throw error;
    const page = await this.screen.read(person, new InvitationsQuery());
    return new Refused(422, <InvitationsView viewer={toViewer(person)} page={page} alert={alert} />);
  }
}
