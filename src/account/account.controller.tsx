import { Body, Get, Ip, Post, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { SessionCookies } from '../identity/session-cookies.service.js';
import type { PersonInSession } from '../sessions/session.js';
import { CurrentActor } from '../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../web/access/current-person.decorator.js';
import { Id } from '../web/access/id.decorator.js';
import { SIGN_IN_PATH } from '../web/access/sign-in-required.js';
import { ACCOUNT_PATH } from '../web/layout/account-path.js';
import { toViewer } from '../web/layout/viewer.js';
import type { Screen } from '../web/page/html.interceptor.js';
import { ScreenController } from '../web/page/screen-controller.decorator.js';
import { SeeOther } from '../web/page/see-other.js';
import { requestIdOf, type WebRequest } from '../web/page/web-request.js';
import { AccountActions } from './account-actions.service.js';
import { AccountQuery, LanguageForm, PasswordForm, SwitchForm } from './account-form.js';
import { AccountScreenService } from './account-screen.service.js';
import { AccountView } from './account-view.js';

/** *Account*, for everybody who is signed in. */
@ScreenController(ACCOUNT_PATH)
export class AccountController {
  constructor(
    private readonly screen: AccountScreenService,
    private readonly actions: AccountActions,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  async show(@CurrentPerson() person: PersonInSession, @Query() { done }: AccountQuery): Promise<Screen> {
    return <AccountView viewer={toViewer(person)} page={await this.screen.read(person)} done={done} />;
  }

  @Post('language')
  changeLanguage(
    @CurrentPerson() person: PersonInSession,
    @CurrentActor() actor: Actor,
    @Body() { language }: LanguageForm,
  ): Promise<Screen> {
    return this.actions.changeLanguage(person, language, actor);
  }

  @Post('password')
  changePassword(
    @CurrentPerson() person: PersonInSession,
    @CurrentActor() actor: Actor,
    @Body() form: PasswordForm,
    @Ip() address: string,
    @Req() { headers }: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const origin = { cookie: this.cookies.read(headers) ?? '', address, response };
    return this.actions.changePassword(person, form, actor, origin);
  }

  @Post('sessions/end')
  async signOutEverywhere(
    @CurrentPerson() person: PersonInSession,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    await this.actions.signOutEverywhere(person, actor);
    this.cookies.take(response);
    return new SeeOther(SIGN_IN_PATH);
  }

  @Post('sessions/:id/end')
  endSession(
    @CurrentPerson() person: PersonInSession,
    @CurrentActor() actor: Actor,
    @Id() id: string,
  ): Promise<Screen> {
    return this.actions.endSession(person, id, actor);
  }

  @Post('organization')
  switchOrganization(
    @CurrentPerson() person: PersonInSession,
    @Body() { organizationId }: SwitchForm,
    @Ip() address: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const client = request.headers['user-agent'];
    const origin = { address, client, requestId: requestIdOf(request), response };
    return this.actions.switchOrganization(person, organizationId, origin);
  }
}
