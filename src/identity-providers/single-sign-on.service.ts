import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { runStatement } from '../database/statement.js';
import { addressKeysOf } from '../members/address-keys.js';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { addressKey } from '../users/address-key.js';
import { addressTerms } from './address-terms.js';
import { domainOfKey } from './email-domain.js';
import type { IdentityProvider } from './identity-provider.js';
import { ProviderNotFound } from './identity-provider-errors.js';
import { PROVIDERS_OF_ADDRESS } from './identity-providers.statements.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { type Match, MemberMatching, type Refusal } from './member-matching.service.js';
import { ProviderAccess } from './provider-access.service.js';
import { type Assertion, ProviderDialogue } from './provider-dialogue.service.js';
import { type Arrival, ProviderSignIn } from './provider-sign-in.service.js';
import { reasonOf } from './reason-of.js';
import { SignInFlows } from './sign-in-flows.service.js';

/** A door that somebody may have. */
export interface ProviderDoor {
  readonly providerId: string;
  readonly organizationName: string;
}

/** How somebody leaves for the provider. */
export interface Leave {
  readonly browser: string;
  readonly nextPath: string;
  readonly fresh: boolean;
  readonly loginHint: string | undefined;
}

/** What came of a sign-in. */
export type Outcome =
  | { readonly kind: 'entered'; readonly session: OpenedSession; readonly nextPath: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly provider: IdentityProvider }
  | {
      readonly kind: 'tested';
      readonly testerId: string;
      readonly provider: IdentityProvider;
      readonly assertion: Assertion;
      readonly match: Match;
    };

/** Sign-in through an organization's identity provider, from leaving to coming back. */
@Injectable()
export class SingleSignOn {
  private readonly logger = new Logger(SingleSignOn.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersService,
    private readonly flows: SignInFlows,
    private readonly dialogue: ProviderDialogue,
    private readonly signIns: ProviderSignIn,
    private readonly matching: MemberMatching,
    private readonly access: ProviderAccess,
  ) {}

  /** The active providers of the organizations that have a member with this address, of a domain that they allow. */
  async findDoors(email: string): Promise<readonly ProviderDoor[]> {
    const key = addressKey(email);
    if (key === undefined) return [];
    const values = [addressTerms(email, key), domainOfKey(key)];
    const found = await runStatement<DoorRow>(this.transactions.single, PROVIDERS_OF_ADDRESS, values);
    const doors = found.filter((row) => addressKeysOf(row).includes(key));
    return doors.map(({ id, organizationName }) => ({ providerId: id, organizationName }));
  }

  /** @returns where the browser has to go. @throws ProviderNotFound, ProviderAway, SecretUnreadable */
  async begin(providerId: string, leave: Leave): Promise<URL> {
    return this.leave(await this.providers.getActive(this.transactions.single, providerId), leave);
  }

  /**
   * Like `begin`, at the provider that opened the session of this cookie, which asks anew who it is.
   * @throws also ProviderNotFound when no active provider opened it
   */
  async beginAgain(cookie: string, browser: string, nextPath: string): Promise<URL> {
    const origin = await this.access.findOrigin(this.transactions.single, cookie);
    if (!origin) throw new ProviderNotFound();
    return this.begin(origin.providerId, { browser, nextPath, fresh: true, loginHint: undefined });
  }

  /** Like `begin`, for an administrator who wants to see what the provider says. Nobody is signed in by it. */
  async beginTest(provider: IdentityProvider, browser: string, testerId: string): Promise<URL> {
    return this.leave(provider, { browser, nextPath: '/', fresh: false, loginHint: undefined }, testerId);
  }

  /**
   * Ends what `begin` began, in the browser in which it was begun.
   * @throws FlowUnknown, ProviderRefused, AnswerInvalid, ClientRejected, ProviderAway, SecretUnreadable,
   *   ProviderNotFound when the provider was changed meanwhile
   */
  async complete(query: URLSearchParams, browser: string | undefined, arrival: Arrival): Promise<Outcome> {
    const tx = this.transactions.single;
    const flow = await this.flows.use(tx, query.get('state'), browser);
    const { testerId, providerId, organizationId, nextPath } = flow;
    const provider =
      testerId === null
        ? await this.providers.getActive(tx, providerId)
        : await this.providers.get(tx, organizationId, providerId);
    const assertion = await this.dialogue.assertion(tx, provider, flow, query);
    if (testerId !== null) return this.test(provider, assertion, testerId);
    const entry = await this.signIns.enter(provider, assertion, arrival);
    return entry.kind === 'entered' ? { ...entry, nextPath } : { ...entry, provider };
  }

  /**
   * Where the provider that opened the session of this cookie ends its own; `undefined` when there is no such place, or it
   * cannot be found out: that keeps nobody from signing out here.
   */
  async findSignOutUrl(cookie: string): Promise<URL | undefined> {
    const tx = this.transactions.single;
    try {
      const origin = await this.access.findOrigin(tx, cookie);
      if (!origin) return undefined;
      const provider = await this.providers.getActive(tx, origin.providerId);
      return await this.dialogue.signOutUrl(tx, provider, origin.idToken);
    } catch (error) {
      this.logger.warn(`the provider of a session cannot be told that it ends: ${reasonOf(error)}`);
      return undefined;
    }
  }

  private async leave(provider: IdentityProvider, leave: Leave, testerId?: string): Promise<URL> {
    const { browser, nextPath, fresh, loginHint } = leave;
    const wish = { provider, browser, nextPath, fresh, ...(testerId === undefined ? {} : { testerId }) };
    const flow = await this.flows.begin(this.transactions.single, wish);
    return this.dialogue.departure(this.transactions.single, provider, { ...flow, fresh, loginHint });
  }

  private async test(provider: IdentityProvider, assertion: Assertion, testerId: string): Promise<Outcome> {
    const match = await this.matching.match(this.transactions.single, provider, assertion.claims);
    await this.providers.tested(this.transactions.single, provider);
    return { kind: 'tested', testerId, provider, assertion, match };
  }
}

interface DoorRow extends Record<string, unknown> {
  readonly id: string;
  readonly organizationName: string;
  readonly userName: string;
  readonly email: string | null;
}
