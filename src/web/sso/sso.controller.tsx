import { Get, Ip, Logger, Query, Req, Res, UseGuards } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CALLBACK_PATH } from '../../identity-providers/provider-dialogue.service.js';
import { type Outcome, SingleSignOn } from '../../identity-providers/single-sign-on.service.js';
import { SessionCookies } from '../../identity/session-cookies.service.js';
import { SignInService } from '../../identity/sign-in.service.js';
import { PROVIDER_PROOF_PATH } from '../access/fresh-sign-in/way-to-prove.js';
import { readNextPath } from '../access/next-path.js';
import { languageOf } from '../language.js';
import type { Screen } from '../page/html.interceptor.js';
import { Refused } from '../page/refused.js';
import { PublicScreenController } from '../page/screen-controller.decorator.js';
import { SeeOther } from '../page/see-other.js';
import { requestIdOf, type WebRequest } from '../page/web-request.js';
import { BrowserCookie } from './browser-cookie.service.js';
import { Departures } from './departures.service.js';
import { ProblemView } from './problem-view.js';
import { ProviderId } from './provider-id.decorator.js';
import { RequestRateGuard } from './request-rate.guard.js';
import { reasonOf } from '../../identity-providers/reason-of.js';
import { findSsoProblem, type SsoProblem, statusOfProblem } from './sso-problem.js';
import { TestScreen } from './test-screen.service.js';

/** The way to an organization's identity provider and back. */
@UseGuards(RequestRateGuard)
@PublicScreenController()
export class SsoController {
  private readonly logger = new Logger(SsoController.name);

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly singleSignOn: SingleSignOn,
    private readonly signIns: SignInService,
    private readonly sessions: SessionCookies,
    private readonly browsers: BrowserCookie,
    private readonly departures: Departures,
    private readonly testScreen: TestScreen,
  ) {}

  @Get('sso/oidc/:providerId/login')
  login(
    @ProviderId() providerId: string,
    @Query('next') next: unknown,
    @Query('login_hint') hint: unknown,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const loginHint = typeof hint === 'string' && hint.length <= LONGEST_HINT ? hint : undefined;
    const browser = this.browsers.give(request, response);
    const leave = { browser, nextPath: readNextPath(next), fresh: false, loginHint };
    return this.orProblem(request, async () =>
      this.departures.leave(response, await this.singleSignOn.begin(providerId, leave), languageOf(request.headers)),
    );
  }

  /** Once more through the provider of the session, which asks anew who it is. */
  @Get(PROVIDER_PROOF_PATH)
  confirm(
    @Query('next') next: unknown,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const browser = this.browsers.give(request, response);
    const cookie = this.sessions.read(request.headers) ?? '';
    return this.orProblem(request, async () => {
      const url = await this.singleSignOn.beginAgain(cookie, browser, readNextPath(next));
      return this.departures.leave(response, url, languageOf(request.headers));
    });
  }

  @Get(CALLBACK_PATH)
  callback(
    @Ip() address: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const arrival = { address, client: request.headers['user-agent'], requestId: requestIdOf(request) };
    return this.orProblem(request, async () => {
      const browser = this.browsers.read(request);
      return this.show(request, response, await this.singleSignOn.complete(this.queryOf(request), browser, arrival));
    });
  }

  private async show(request: WebRequest, response: unknown, outcome: Outcome): Promise<Screen> {
    switch (outcome.kind) {
      case 'entered':
        await this.signIns.signOut(this.sessions.read(request.headers) ?? '');
        this.sessions.give(response, outcome.session);
        return new SeeOther(outcome.nextPath);
      case 'refused':
        return this.tell(request, outcome.refusal);
      case 'tested':
        return (await this.testScreen.show(request, outcome)) ?? this.tell(request, 'expired');
      default:
        return outcome satisfies never;
    }
  }

  private async orProblem(request: WebRequest, attempt: () => Promise<Screen>): Promise<Screen> {
    try {
      return await attempt();
    } catch (error) {
      const problem = findSsoProblem(error);
      if (!problem) throw error;
      this.logger.warn(`single sign-on failed: ${reasonOf(error)} (request ${requestIdOf(request) ?? 'without id'})`);
      return this.tell(request, problem);
    }
  }

  private tell(request: WebRequest, problem: SsoProblem): Screen {
    const view = (
      <ProblemView problem={problem} language={languageOf(request.headers)} requestId={requestIdOf(request)} />
    );
    return new Refused(statusOfProblem(problem), view);
  }

  private queryOf(request: WebRequest): URLSearchParams {
    return new URL(String(this.host.httpAdapter.getRequestUrl(request)), 'http://here.invalid').searchParams;
  }
}

const LONGEST_HINT = 254;
