import { Body, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common';
import { SessionCookies } from '../identity/session-cookies.service.js';
import { SignInService } from '../identity/sign-in.service.js';
import { INVITATION_PATH } from '../invitations/invitation-links.js';
import type { OpenInvitation } from '../invitations/invitation.js';
import { AlreadyMember, InvitationInvalid, PasswordGiven, WrongPassword } from '../invitations/invitation-errors.js';
import { SeatLimitReached } from '../members/member-errors.js';
import { TooManyAttempts } from '../users/user-errors.js';
import { START_PATH } from '../web/access/next-path.js';
import { languageOf } from '../web/language.js';
import { FormPipe, type ReadForm } from '../web/page/form.pipe.js';
import type { Screen } from '../web/page/html.interceptor.js';
import { Refused } from '../web/page/refused.js';
import { PublicScreenController } from '../web/page/screen-controller.decorator.js';
import { SeeOther } from '../web/page/see-other.js';
import { requestIdOf, type WebRequest } from '../web/page/web-request.js';
import { NewAccountForm } from './accept-form.js';
import type { AcceptAlert } from './accept-messages.js';
import { AcceptView } from './accept-view.js';
import { JoiningService } from './joining.service.js';
import { NoInvitationView } from './no-invitation-view.js';

/** Where an invitation's link leads, for whoever holds it. */
@PublicScreenController(INVITATION_PATH)
export class JoiningController {
  constructor(
    private readonly joining: JoiningService,
    private readonly signIns: SignInService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Ip() address: string, @Req() request: WebRequest): Promise<Screen> {
    const language = languageOf(request.headers);
    try {
      return <AcceptView language={language} invitation={await this.joining.get(token, address)} />;
    } catch (error) {
      return refuseLink(error, request);
    }
  }

  @Post(':token')
  @HttpCode(200)
  async accept(
    @Param('token') token: string,
    @Body(new FormPipe(NewAccountForm)) { form, invalid }: ReadForm<NewAccountForm>,
    @Ip() address: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const language = languageOf(request.headers);
    const origin = { address, client: request.headers['user-agent'], requestId: requestIdOf(request) };
    let invitation: OpenInvitation | undefined;
    try {
      invitation = await this.joining.get(token, address);
      const alert = alertOfFields(invalid, invitation);
      if (alert) return new Refused(422, <AcceptView {...{ language, invitation, alert }} name={form.name} />);
      const session = await this.joining.join(
        { name: form.name, password: form.password, token, address, locale: language },
        origin,
      );
      await this.signIns.signOut(this.cookies.read(request.headers) ?? '');
      this.cookies.give(response, session);
    } catch (error) {
      const alert = error instanceof Error ? ALERTS.get(error.constructor) : undefined;
      if (!invitation || !alert) return refuseLink(error, request);
      const status = alert === 'tooMany' ? 429 : 422;
      return new Refused(status, <AcceptView {...{ language, invitation, alert }} name={form.name} />);
    }
    return new SeeOther(START_PATH);
  }
}

/** The password of an account that is there is whatever it is. */
function alertOfFields(invalid: ReadonlySet<string>, { hasAccount }: OpenInvitation): AcceptAlert | undefined {
  if (invalid.has('name')) return 'name';
  return invalid.has('password') && !hasAccount ? 'newPassword' : undefined;
}

const ALERTS = new Map<unknown, AcceptAlert>([
  [WrongPassword, 'wrongPassword'],
  [PasswordGiven, 'givenPassword'],
  [TooManyAttempts, 'tooMany'],
  [SeatLimitReached, 'noSeat'],
  [AlreadyMember, 'member'],
]);

/** @throws the error itself, when it says nothing of the link */
function refuseLink(error: unknown, { headers }: WebRequest): Refused {
  const language = languageOf(headers);
  if (error instanceof InvitationInvalid)
    return new Refused(404, <NoInvitationView language={language} reason="invalid" />);
  if (error instanceof TooManyAttempts)
    return new Refused(429, <NoInvitationView language={language} reason="tooMany" />);
  throw error;
}
