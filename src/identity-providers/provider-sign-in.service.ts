import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import { runStatement } from '../database/statement.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import type { IdentityProvider } from './identity-provider.js';
import { ProviderNotFound } from './identity-provider-errors.js';
import { SHARE_PROVIDER } from './identity-providers.statements.js';
import { type Match, MemberMatching, type Refusal } from './member-matching.service.js';
import { ProviderAccess } from './provider-access.service.js';
import type { Assertion } from './provider-dialogue.service.js';

/** From where somebody came back. */
export interface Arrival {
  readonly address: string;
  readonly client: string | undefined;
  readonly requestId: string | undefined;
}

export type Entry =
  | { readonly kind: 'entered'; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Lets members in whom a provider vouches for. Creates nobody, revives nobody. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly matching: MemberMatching,
    private readonly sessions: SessionsService,
    private readonly access: ProviderAccess,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens a session, or says why not; either is audited.
   * @throws ProviderNotFound when the provider was changed or lets nobody in any more
   */
  enter(provider: IdentityProvider, assertion: Assertion, arrival: Arrival): Promise<Entry> {
    return this.transactions.run(async (tx) => {
      await this.keepAsItIs(tx, provider);
      const match = await this.matching.match(tx, provider, assertion.claims);
      if (match.kind === 'refused') return this.refuse(tx, provider, assertion, arrival, match);
      return this.admit(tx, provider, assertion, arrival, match);
    });
  }

  private async admit(
    tx: EntityManager,
    provider: IdentityProvider,
    assertion: Assertion,
    arrival: Arrival,
    match: Extract<Match, { kind: 'member' }>,
  ): Promise<Entry> {
    const { subject, sid, authTime } = assertion.claims;
    const { member, by } = match;
    const refuse = (refusal: Refusal) =>
      this.refuse(tx, provider, assertion, arrival, { kind: 'refused', refusal, member });
    if (by !== 'identity' && !(await this.matching.bind(tx, provider, subject, member.id))) return refuse('taken');
    const session = await this.open(tx, provider, member.id, arrival);
    if (!session) return refuse('deactivated');
    await this.access.note(tx, provider, session.cookie, { subject, sid, authTime, idToken: assertion.idToken });
    const { organizationId, name, issuer } = provider;
    const actor = byRequest({ kind: 'member', id: member.id, name: member.name }, arrival);
    const record = (action: string, details: object) =>
      this.audit.record(tx, { organizationId, actor, action, subject: actor, details: { provider: name, ...details } });
    if (by !== 'identity') await record('member.identity_bound', { issuer, subject, matchedBy: by });
    await record('member.signed_in', { by: 'oidc' });
    return { kind: 'entered', session };
  }

  /** @returns undefined for whoever was deactivated a moment ago */
  private open(
    tx: EntityManager,
    { organizationId }: IdentityProvider,
    memberId: string,
    { address, client }: Arrival,
  ): Promise<OpenedSession | undefined> {
    const origin = { openedBy: 'oidc', address, ...(client === undefined ? {} : { client }) } as const;
    return this.sessions.open(tx, { organizationId, memberId }, origin);
  }

  /** No change of the provider is finished before this transaction is. */
  private async keepAsItIs(tx: EntityManager, { organizationId, id, revision }: IdentityProvider): Promise<void> {
    const [now] = await runStatement(tx, SHARE_PROVIDER, [organizationId, id, revision]);
    if (!now) throw new ProviderNotFound();
  }

  private async refuse(
    tx: EntityManager,
    provider: IdentityProvider,
    { claims: { subject, email, externalId } }: Assertion,
    arrival: Arrival,
    { refusal, member }: Extract<Match, { kind: 'refused' }>,
  ): Promise<Entry> {
    const { organizationId, id, name } = provider;
    await this.audit.record(tx, {
      organizationId,
      actor: byRequest({ kind: 'system', id: 'single-sign-on', name: 'Single sign-on' }, arrival),
      action: 'member.sign_in_refused',
      subject: member ? { kind: 'member', id: member.id, name: member.name } : { kind: 'identity_provider', id, name },
      details: { by: 'oidc', provider: name, reason: refusal, subject, email, externalId },
    });
    return { kind: 'refused', refusal };
  }
}

const byRequest = (actor: Actor, { requestId }: Arrival): Actor =>
  requestId === undefined ? actor : { ...actor, requestId };
