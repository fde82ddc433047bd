import { Body, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { ProofsService } from '../../../identity/proofs.service.js';
import { SessionCookies } from '../../../identity/session-cookies.service.js';
import type { PersonInSession } from '../../../sessions/session.js';
import type { Screen } from '../../page/html.interceptor.js';
import { Refused } from '../../page/refused.js';
import { ScreenController } from '../../page/screen-controller.decorator.js';
import { SeeOther } from '../../page/see-other.js';
import { requestIdOf, type WebRequest } from '../../page/web-request.js';
import { CurrentPerson } from '../current-person.decorator.js';
import { readNextPath } from '../next-path.js';
import { ConfirmForm } from './confirm-form.js';
import { findConfirmAlert } from './confirm-messages.js';
import { ConfirmView } from './confirm-view.js';
import { CONFIRM_PATH } from './fresh-sign-in-required.js';

/** *Confirm it is you*, on the way to a page that asks for a fresh sign-in. */
@ScreenController(CONFIRM_PATH)
export class ConfirmController {
  constructor(
    private readonly proofs: ProofsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  show(@CurrentPerson() person: PersonInSession, @Query('next') wish: unknown): Screen {
    const next = readNextPath(wish);
    return this.proofs.isFresh(person.session) ? new SeeOther(next) : <ConfirmView person={person} next={next} />;
  }

  @Post()
  @HttpCode(200)
  async confirm(
    @CurrentPerson() person: PersonInSession,
    @Body() form: ConfirmForm,
    @Ip() address: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const next = readNextPath(form.next);
    if (this.proofs.isFresh(person.session)) return new SeeOther(next);
    const cookie = this.cookies.read(request.headers) ?? '';
    const proof = { person, password: form.confirmPassword, cookie, address, requestId: requestIdOf(request) };
    try {
      this.cookies.give(response, await this.proofs.prove(proof));
    } catch (error) {
      const alert = findConfirmAlert(error);
      if (!alert) throw error;
      const view = <ConfirmView person={person} next={next} alert={alert} />;
      return new Refused(alert === 'too-many' ? 429 : 422, view);
    }
    return new SeeOther(next);
  }
}
