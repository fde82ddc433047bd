import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import { SessionNotFound, SignInElsewhere } from '../identity/identity-errors.js';
import { OrganizationSwitchService, type SwitchOrigin } from '../identity/organization-switch.service.js';
import { OwnAccountService, type PasswordChange } from '../identity/own-account.service.js';
import { OwnSessionsService } from '../identity/own-sessions.service.js';
import { SessionCookies } from '../identity/session-cookies.service.js';
import type { PersonInSession } from '../sessions/session.js';
import { START_PATH } from '../web/access/next-path.js';
import { SIGN_IN_AGAIN_PATH } from '../web/access/sign-in-required.js';
import type { Language } from '../web/language.js';
import { ACCOUNT_PATH } from '../web/layout/account-path.js';
import { toViewer } from '../web/layout/viewer.js';
import type { Screen } from '../web/page/html.interceptor.js';
import { Refused } from '../web/page/refused.js';
import { SeeOther } from '../web/page/see-other.js';
import { findPasswordAlert } from './account-alert.js';
import type { PasswordForm } from './account-form.js';
import type { Done, PasswordAlert, SessionAlert } from './account-page.js';
import { AccountScreenService } from './account-screen.service.js';
import { AccountView } from './account-view.js';

/** What each form of *Account* leads to. */
@Injectable()
export class AccountActions {
  constructor(
    private readonly transactions: Transactions,
    private readonly screen: AccountScreenService,
    private readonly accounts: OwnAccountService,
    private readonly sessions: OwnSessionsService,
    private readonly switches: OrganizationSwitchService,
    private readonly cookies: SessionCookies,
  ) {}

  async changeLanguage(person: PersonInSession, language: Language, actor: Actor): Promise<Screen> {
    await this.transactions.run((tx) => this.accounts.changeLanguage(tx, person, language, actor));
    return done('language');
  }

  async changePassword(
    person: PersonInSession,
    { current, wanted, repeated }: PasswordForm,
    actor: Actor,
    { cookie, address, response }: Pick<PasswordChange, 'cookie' | 'address'> & Answering,
  ): Promise<Screen> {
    if (wanted !== repeated) return this.refuse(person, { passwordAlert: 'different' });
    try {
      const change = { current, wanted, cookie, address };
      this.cookies.give(response, await this.accounts.changePassword(person, change, actor));
    } catch (error) {
      const passwordAlert = findPasswordAlert(error);
      if (!passwordAlert) throw error;
      return this.refuse(person, { passwordAlert });
    }
    return done('password');
  }

  async endSession(person: PersonInSession, id: string, actor: Actor): Promise<Screen> {
    try {
      await this.transactions.run((tx) => this.sessions.end(tx, person, id, actor));
    } catch (error) {
      if (!(error instanceof SessionNotFound)) throw error;
      return this.refuse(person, { sessionAlert: 'gone' });
    }
    return done('session');
  }

  async signOutEverywhere(person: PersonInSession, actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.sessions.endAll(tx, person, { reason: 'signed_out_everywhere' }, actor));
  }

  async switchOrganization(
    person: PersonInSession,
    organizationId: string,
    { response, ...origin }: SwitchOrigin & Answering,
  ): Promise<Screen> {
    try {
      this.cookies.give(response, await this.switches.enter(person, organizationId, origin));
    } catch (error) {
      if (!(error instanceof SignInElsewhere)) throw error;
      return new SeeOther(SIGN_IN_AGAIN_PATH);
    }
    return new SeeOther(START_PATH);
  }

  private async refuse(person: PersonInSession, alerts: Alerts): Promise<Screen> {
    const page = await this.screen.read(person);
    const status = alerts.passwordAlert === 'too-many' ? 429 : 422;
    return new Refused(status, <AccountView viewer={toViewer(person)} page={page} {...alerts} />);
  }
}

interface Answering {
  /** What carries the cookie away. */
  readonly response: unknown;
}

interface Alerts {
  readonly passwordAlert?: PasswordAlert;
  readonly sessionAlert?: SessionAlert;
}

const done = (what: Done) => new SeeOther(`${ACCOUNT_PATH}?done=${what}`);
