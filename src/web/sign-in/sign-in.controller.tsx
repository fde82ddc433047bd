import { Body, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { PeopleService } from '../../identity/people.service.js';
import { SessionCookies } from '../../identity/session-cookies.service.js';
import { SignInService } from '../../identity/sign-in.service.js';
import { readNextPath } from '../access/next-path.js';
import { SIGN_IN_PATH } from '../access/sign-in-required.js';
import { languageOf } from '../language.js';
import type { Screen } from '../page/html.interceptor.js';
import { PublicScreenController } from '../page/screen-controller.decorator.js';
import { SeeOther } from '../page/see-other.js';
import { requestIdOf, type WebRequest } from '../page/web-request.js';
import { askAgain } from './ask-again.js';
import { SignInForm } from './sign-in-form.js';
import { SignInView } from './sign-in-view.js';

/** Sign-in by password, and sign-out. */
@PublicScreenController()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get(SIGN_IN_PATH)
  async show(@Query('next') wish: unknown, @Req() request: WebRequest): Promise<Screen> {
    const next = readNextPath(wish);
    const isIn = (await this.people.findBySession(request.headers)) !== undefined;
    return isIn ? new SeeOther(next) : <SignInView language={languageOf(request.headers)} next={next} />;
  }

  @Post(SIGN_IN_PATH)
  @HttpCode(200)
  async signIn(
    @Body() form: SignInForm,
    @Ip() address: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const { email, password, organizationId } = form;
    const origin = { address, client: request.headers['user-agent'], requestId: requestIdOf(request) };
    try {
      const session = await this.signIns.signIn({ email, password, organizationId, ...origin });
      this.cookies.give(response, session);
    } catch (error) {
      return askAgain(error, { language: languageOf(request.headers), next: readNextPath(form.next), email });
    }
    return new SeeOther(readNextPath(form.next));
  }

  @Post('sign-out')
  async signOut(@Req() { headers }: WebRequest, @Res({ passthrough: true }) response: unknown): Promise<Screen> {
    await this.signIns.signOut(this.cookies.read(headers) ?? '');
    this.cookies.take(response);
    return new SeeOther(SIGN_IN_PATH);
  }
}
