import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { SecretBox } from '../secrets/secret-box.service.js';
import { emailDomain } from './email-domain.js';
import {
  type IdentityProvider,
  PROVIDER_LIMITS,
  type ProviderSettings,
  type ProviderState,
} from './identity-provider.js';
import {
  DomainTaken,
  InvalidDomain,
  ProviderChanged,
  ProviderNotFound,
  ProviderNotValidated,
  SecretMissing,
  TooManyProviders,
  UnknownProviderConnection,
} from './identity-provider-errors.js';
import * as sql from './identity-providers.statements.js';
import { ProviderAccess } from './provider-access.service.js';
import { readIssuer } from './read-issuer.js';

/** What an administrator enters; a blank client secret keeps the one that is stored. */
export interface ProviderWish extends ProviderSettings {
  readonly clientSecret: string;
}

type ProviderRow = IdentityProvider & Record<string, unknown>;

/** The identity providers of organizations. Writes need a transaction of `Transactions.run`. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly settings: Settings,
    private readonly secrets: SecretBox,
    private readonly access: ProviderAccess,
    private readonly audit: AuditService,
  ) {}

  list(tx: EntityManager, organizationId: string): Promise<IdentityProvider[]> {
    return runStatement<ProviderRow>(tx, sql.LIST_PROVIDERS, [organizationId]);
  }

  /** @throws ProviderNotFound, also when it is another organization's */
  async get(tx: EntityManager, organizationId: string, id: string): Promise<IdentityProvider> {
    const [provider] = await runStatement<ProviderRow>(tx, sql.FIND_PROVIDER, [organizationId, id]);
    if (!provider) throw new ProviderNotFound();
    return provider;
  }

  /** Whichever organization's it is: for strangers at its door. @throws ProviderNotFound */
  async getActive(tx: EntityManager, id: string): Promise<IdentityProvider> {
    const [provider] = await runStatement<ProviderRow>(tx, sql.FIND_ANY_PROVIDER, [id]);
    if (provider?.state !== 'active') throw new ProviderNotFound();
    return provider;
  }

  /** @throws SecretUnreadable, ProviderNotFound */
  async readSecret(tx: EntityManager, { organizationId, id }: IdentityProvider): Promise<string> {
    const [row] = await runStatement<{ clientSecret: string }>(tx, sql.READ_SECRET, [organizationId, id]);
    if (!row) throw new ProviderNotFound();
    return this.secrets.open(row.clientSecret, purposeOf(organizationId, id));
  }

  /**
   * A new provider, a draft.
   * @returns its id
   * @throws InvalidIssuer, InvalidDomain, DomainTaken, SecretMissing, UnknownProviderConnection, TooManyProviders
   */
  async create(tx: EntityManager, organizationId: string, wish: ProviderWish, actor: Actor): Promise<string> {
    const id = v7();
    const settings = await this.check(tx, organizationId, wish);
    if (wish.clientSecret === '') throw new SecretMissing();
    const [counted] = await runStatement<{ count: number }>(tx, sql.COUNT_PROVIDERS, [organizationId]);
    if ((counted?.count ?? 0) >= PROVIDER_LIMITS.providers) throw new TooManyProviders();
    const secret = await this.secrets.seal(wish.clientSecret, purposeOf(organizationId, id));
    await runStatement(tx, sql.INSERT_PROVIDER, [organizationId, id, ...columnsOf(settings, secret)]);
    await this.setDomains(tx, organizationId, id, settings.domains);
    await this.record(tx, { organizationId, id, name: settings.name }, 'created', actor, represent(settings));
    return id;
  }

  /**
   * Another issuer or client is a draft again, whose people are not known yet and whose sessions end.
   * @throws ProviderNotFound, ProviderChanged, InvalidIssuer, InvalidDomain, DomainTaken, SecretMissing,
   *   UnknownProviderConnection
   */
  async change(tx: EntityManager, seen: ProviderVersion, wish: ProviderWish, actor: Actor): Promise<void> {
    const before = await this.lock(tx, seen);
    const { organizationId, id } = before;
    const settings = await this.check(tx, organizationId, wish);
    const isOther = settings.issuer !== before.issuer || settings.clientId !== before.clientId;
    if (isOther && wish.clientSecret === '') throw new SecretMissing();
    const secret =
      wish.clientSecret === '' ? null : await this.secrets.seal(wish.clientSecret, purposeOf(organizationId, id));
    const state: ProviderState = isOther ? 'draft' : before.state;
    await runStatement(tx, sql.UPDATE_PROVIDER, [organizationId, id, ...columnsOf(settings, secret), state]);
    await this.setDomains(tx, organizationId, id, settings.domains);
    const cut = isOther ? await this.forgetEverybody(tx, before) : {};
    await this.record(tx, { organizationId, id, name: settings.name }, 'changed', actor, {
      from: represent(before),
      to: represent(settings),
      secretChanged: secret !== null,
      ...cut,
    });
  }

  /** After the configuration was checked as it is. @throws ProviderNotFound, ProviderChanged */
  async validated(tx: EntityManager, seen: ProviderVersion, actor: Actor): Promise<void> {
    const provider = await this.lock(tx, seen);
    if (provider.state === 'draft') await this.setState(tx, provider, 'validated', actor);
  }

  /** Lets people in. @throws ProviderNotFound, ProviderChanged, ProviderNotValidated */
  async activate(tx: EntityManager, seen: ProviderVersion, actor: Actor): Promise<void> {
    const provider = await this.lock(tx, seen);
    if (provider.state === 'draft') throw new ProviderNotValidated();
    if (provider.state === 'validated') await this.setState(tx, provider, 'active', actor);
  }

  /** Lets nobody in any more, and ends the sessions that it opened. @throws ProviderNotFound, ProviderChanged */
  async deactivate(tx: EntityManager, seen: ProviderVersion, actor: Actor): Promise<void> {
    const provider = await this.lock(tx, seen);
    if (provider.state !== 'active') return;
    const sessionsEnded = await this.access.endSessions(tx, provider);
    await this.setState(tx, provider, 'validated', actor, { sessionsEnded });
  }

  /** Ends the sessions that it opened, and forgets whom it knows. @throws ProviderNotFound, ProviderChanged */
  async remove(tx: EntityManager, seen: ProviderVersion, actor: Actor): Promise<void> {
    const provider = await this.lock(tx, seen);
    const cut = await this.forgetEverybody(tx, provider);
    await runStatement(tx, sql.REMOVE_PROVIDER, [provider.organizationId, provider.id]);
    await this.record(tx, provider, 'removed', actor, cut);
  }

  /** Notes that somebody signed in for a test, to the provider as it was when they began. */
  async tested(tx: EntityManager, { organizationId, id, revision }: ProviderVersion): Promise<void> {
    await runStatement(tx, sql.SET_TESTED, [organizationId, id, revision]);
  }

  private async lock(tx: EntityManager, { organizationId, id, revision }: ProviderVersion): Promise<IdentityProvider> {
    const [provider] = await runStatement<ProviderRow>(tx, sql.LOCK_PROVIDER, [organizationId, id]);
    if (!provider) throw new ProviderNotFound();
    if (provider.revision !== revision) throw new ProviderChanged();
    return provider;
  }

  private async check(tx: EntityManager, organizationId: string, wish: ProviderWish): Promise<ProviderSettings> {
    const { connectionId } = wish;
    if (connectionId !== null) {
      const [connection] = await runStatement(tx, sql.HAS_CONNECTION, [organizationId, connectionId]);
      if (!connection) throw new UnknownProviderConnection();
    }
    const issuer = readIssuer(wish.issuer, this.settings.ssoAllowPrivateNetworks);
    return { ...wish, issuer, domains: [...new Set(wish.domains.map(readDomain))] };
  }

  private async setDomains(tx: EntityManager, organizationId: string, id: string, domains: readonly string[]) {
    await runStatement(tx, sql.SET_DOMAINS, [organizationId, id, domains]).catch((error: unknown) => {
      throw violatedConstraint(error) === 'identity_provider_domains_pkey' ? new DomainTaken(error) : error;
    });
  }

  private async setState(
    tx: EntityManager,
    provider: IdentityProvider,
    state: ProviderState,
    actor: Actor,
    details: object = {},
  ): Promise<void> {
    await runStatement(tx, sql.SET_STATE, [provider.organizationId, provider.id, state]);
    await this.record(tx, provider, 'state_changed', actor, { state: { from: provider.state, to: state }, ...details });
  }

  private async forgetEverybody(tx: EntityManager, provider: IdentityProvider) {
    const sessionsEnded = await this.access.endSessions(tx, provider);
    const forgotten = await runStatement(tx, sql.FORGET_IDENTITIES, [provider.organizationId, provider.id]);
    return { sessionsEnded, identitiesForgotten: forgotten.length };
  }

  private record(
    tx: EntityManager,
    { organizationId, id, name }: Pick<IdentityProvider, 'organizationId' | 'id' | 'name'>,
    happened: 'created' | 'changed' | 'state_changed' | 'removed',
    actor: Actor,
    details: object,
  ): Promise<void> {
    const subject = { kind: 'identity_provider', id, name };
    return this.audit.record(tx, {
      organizationId,
      actor,
      action: `identity_provider.${happened}`,
      subject,
      details: { ...details },
    });
  }
}

/** The provider as somebody saw it. */
export type ProviderVersion = Pick<IdentityProvider, 'organizationId' | 'id' | 'revision'>;

const purposeOf = (organizationId: string, id: string) => `identity provider ${organizationId} ${id}`;

function readDomain(text: string): string {
  const domain = emailDomain(text);
  if (domain === undefined) throw new InvalidDomain(text);
  return domain;
}

const columnsOf = (settings: ProviderSettings, secret: string | null) => [
  settings.name,
  settings.issuer,
  settings.clientId,
  secret,
  settings.connectionId,
  settings.matchClaim,
  settings.trustsEmail,
];

const represent = (settings: ProviderSettings) => ({
  name: settings.name,
  issuer: settings.issuer,
  clientId: settings.clientId,
  domains: settings.domains,
  connectionId: settings.connectionId,
  matchClaim: settings.matchClaim,
  trustsEmail: settings.trustsEmail,
});
