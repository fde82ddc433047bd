import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { addressKeysOf } from '../members/address-keys.js';
import { addressKey } from '../users/address-key.js';
import { addressTerms } from './address-terms.js';
import { domainOfKey } from './email-domain.js';
import type { IdentityProvider } from './identity-provider.js';
import * as sql from './member-matching.statements.js';
import type { ProviderClaims } from './provider-claims.js';

/** The member whom a sign-in may be about. */
export interface MatchedMember {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly recovery: boolean;
  readonly connectionId: string | null;
}

/** By what a member was found: an earlier sign-in, the directory's externalId, or a verified address. */
export type MatchedBy = 'identity' | 'externalId' | 'email';

/** Why somebody whom the provider knows may not enter. */
export type Refusal =
  /** Nobody has the externalId, and there is no address to look by. */
  | 'unknown'
  | 'emailUnverified'
  | 'foreignDomain'
  /** Several members have the address. */
  | 'ambiguous'
  /** Somebody else at the provider is this member already. */
  | 'taken'
  | 'recovery'
  | 'notProvisioned'
  | 'deactivated';

export type Match =
  | { readonly kind: 'member'; readonly member: MatchedMember; readonly by: MatchedBy }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly member?: MatchedMember };

type Row = MatchedMember & Record<string, unknown>;

/**
 * Finds the member whom a provider's assertion is about, within the provider's organization and nowhere else: by an
 * earlier sign-in, else by the externalId of the provider's own connection, else by a verified address of an allowed
 * domain. An identity that is bound stays with its member, whatever its claims become.
 */
@Injectable()
export class MemberMatching {
  /** Writes nothing. */
  async match(tx: EntityManager, provider: IdentityProvider, claims: ProviderClaims): Promise<Match> {
    const found = await this.find(tx, provider, claims);
    if (found.kind === 'refused') return found;
    const refusal = await this.refusalOf(tx, provider, found.member);
    return refusal === undefined ? found : { kind: 'refused', refusal, member: found.member };
  }

  /**
   * Makes the subject the member's, from now on.
   * @returns false when the member is somebody else's, or the subject has become another member's meanwhile
   */
  async bind(
    tx: EntityManager,
    { organizationId, id }: IdentityProvider,
    subject: string,
    memberId: string,
  ): Promise<boolean> {
    await runStatement(tx, sql.RELEASE_REMOVED, [organizationId, id, subject]);
    const bound = await runStatement(tx, sql.BIND, [organizationId, id, subject, memberId]);
    if (bound.length > 0) return true;
    const [now] = await runStatement<Row>(tx, sql.FIND_BOUND, [organizationId, id, subject]);
    return now?.id === memberId;
  }

  private async find(tx: EntityManager, provider: IdentityProvider, claims: ProviderClaims): Promise<Match> {
    const { organizationId, id, connectionId } = provider;
    const [bound] = await runStatement<Row>(tx, sql.FIND_BOUND, [organizationId, id, claims.subject]);
    if (bound) return { kind: 'member', member: bound, by: 'identity' };
    if (connectionId !== null && claims.externalId !== undefined) {
      const values = [organizationId, connectionId, claims.externalId];
      const [provisioned] = await runStatement<Row>(tx, sql.FIND_BY_EXTERNAL_ID, values);
      if (provisioned) return { kind: 'member', member: provisioned, by: 'externalId' };
    }
    return this.findByAddress(tx, provider, claims);
  }

  private async findByAddress(tx: EntityManager, provider: IdentityProvider, claims: ProviderClaims): Promise<Match> {
    const key = addressKey(claims.email ?? '');
    if (claims.email === undefined || key === undefined) return refused('unknown');
    if (!provider.domains.includes(domainOfKey(key))) return refused('foreignDomain');
    if (!(claims.emailVerified ?? provider.trustsEmail)) return refused('emailUnverified');
    const values = [provider.organizationId, addressTerms(claims.email, key), provider.connectionId];
    const found = await runStatement<Row>(tx, sql.FIND_BY_ADDRESS, values);
    const [member, ...others] = found.filter((candidate) => addressKeysOf(candidate).includes(key));
    if (!member) return refused('unknown');
    return others.length > 0 ? refused('ambiguous') : { kind: 'member', member, by: 'email' };
  }

  private async refusalOf(
    tx: EntityManager,
    { organizationId, connectionId }: IdentityProvider,
    member: MatchedMember,
  ): Promise<Refusal | undefined> {
    if (member.recovery) return 'recovery';
    if (!member.active) return 'deactivated';
    const isOwn = connectionId === null ? member.connectionId !== null : member.connectionId === connectionId;
    if (isOwn) return undefined;
    const [closed] = await runStatement(tx, sql.FIND_CLOSED, [organizationId, connectionId]);
    return closed && 'notProvisioned';
  }
}

const refused = (refusal: Refusal): Match => ({ kind: 'refused', refusal });
