import { Body, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { SingleSignOn } from '../../identity-providers/single-sign-on.service.js';
import { PeopleService } from '../../identity/people.service.js';
import { SessionCookies } from '../../identity/session-cookies.service.js';
import { SignInService } from '../../identity/sign-in.service.js';
import { readNextPath } from '../access/next-path.js';
import { SIGN_IN_PATH } from '../access/sign-in-required.js';
import { type Language, languageOf } from '../language.js';
import type { Screen } from '../page/html.interceptor.js';
import { PublicScreenController } from '../page/screen-controller.decorator.js';
import { SeeOther } from '../page/see-other.js';
import { requestIdOf, type WebRequest } from '../page/web-request.js';
import { Departures } from '../sso/departures.service.js';
import { RequestRateGuard } from '../sso/request-rate.guard.js';
import { loginPath } from '../sso/sso-paths.js';
import { askAgain } from './ask-again.js';
import { SignInForm } from './sign-in-form.js';
import { SignInView } from './sign-in-view.js';

/** Sign-in by password or by the way to an identity provider, and sign-out. */
@PublicScreenController()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
    private readonly cookies: SessionCookies,
    private readonly singleSignOn: SingleSignOn,
    private readonly departures: Departures,
    private readonly rates: RequestRateGuard,
  ) {}

  @Get(SIGN_IN_PATH)
  async show(
    @Query('next') wish: unknown,
    @Query('again') again: unknown,
    @Req() request: WebRequest,
  ): Promise<Screen> {
    const next = readNextPath(wish);
    const isIn = again === undefined && (await this.people.findBySession(request.headers)) !== undefined;
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
    if (password === '') return this.findDoor(form, address, languageOf(request.headers));
    const origin = { address, client: request.headers['user-agent'], requestId: requestIdOf(request) };
    try {
      const session = await this.signIns.signIn({ email, password, organizationId, ...origin });
      await this.signIns.signOut(this.cookies.read(request.headers) ?? '');
      this.cookies.give(response, session);
    } catch (error) {
      return askAgain(error, { language: languageOf(request.headers), next: readNextPath(form.next), email });
    }
    return new SeeOther(readNextPath(form.next));
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() { headers }: WebRequest, @Res({ passthrough: true }) response: unknown): Promise<Screen> {
    const cookie = this.cookies.read(headers) ?? '';
    const url = await this.singleSignOn.findSignOutUrl(cookie);
    await this.signIns.signOut(cookie);
    this.cookies.take(response);
    return url ? this.departures.leave(response, url, languageOf(headers), 'signOut') : new SeeOther(SIGN_IN_PATH);
  }

  /** Whose address is of an organization with an identity provider enters through it; others by password. */
  private async findDoor({ email, next: wish }: SignInForm, address: string, language: Language): Promise<Screen> {
    await this.rates.count(address);
    const next = readNextPath(wish);
    const doors = await this.singleSignOn.findDoors(email);
    const [only, ...others] = doors;
    if (only && others.length === 0) return new SeeOther(loginPath(only.providerId, { next, login_hint: email }));
    return <SignInView language={language} next={next} email={email} doors={doors} />;
  }
}
