import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, IsNull, MoreThan } from 'typeorm';
import { type AuditActor, AuditTrail, type ConnectionEvent } from '../ports/audit-trail.js';
import { Connection } from './connection.entity.js';
import { Token, type TokenAccess } from './token.entity.js';
import { TOKENS } from './token-format.js';
import { lifeOf, type TokenLife } from './token-life.js';
import { TokenLifeOutOfBounds, TokenLimitReached, UnknownToken } from './token-errors.js';

export const TOKEN_LIMITS = {
  live: 5,
  defaultDays: 365,
  mostDays: 730,
  defaultOverlapHours: 24,
  mostOverlapHours: 168,
};

export interface TokenWish {
  readonly label: string;
  readonly access?: TokenAccess;
  /** 1 to 730; a year when absent. */
  readonly expiresInDays?: number;
}

export interface IssuedToken extends Pick<
  Token,
  'id' | 'connectionId' | 'label' | 'access' | 'createdAt' | 'expiresAt'
> {
  /** The only time that it is seen. */
  readonly token: string;
}

/** A token, where it stands, and whether it is used still although it was replaced. */
export type ListedToken = Token & TokenLife;

/** The bearer tokens of connections: shown once, stored as a digest, each revocable alone. */
@Injectable()
export class TokensService {
  constructor(private readonly audit: AuditTrail<EntityManager>) {}

  /** @throws TokenLimitReached when five are live already, TokenLifeOutOfBounds */
  async issue(tx: EntityManager, connection: Connection, wish: TokenWish, actor: AuditActor): Promise<IssuedToken> {
    const { expiresInDays: days = TOKEN_LIMITS.defaultDays } = wish;
    if (days < 1 || days > TOKEN_LIMITS.mostDays) throw new TokenLifeOutOfBounds(TOKEN_LIMITS.mostDays);
    const issued = await this.insert(tx, connection, wish);
    await this.record(tx, 'token.issued', issued, connection.organizationId, actor);
    return issued;
  }

  /**
   * A new token in place of an old one, which works on for the overlap: 0 ends it at once.
   * @throws UnknownToken when there is no such live token, TokenLimitReached
   */
  async rotate(
    tx: EntityManager,
    id: string,
    overlapHours = TOKEN_LIMITS.defaultOverlapHours,
    actor: AuditActor,
  ): Promise<IssuedToken> {
    const old = await this.getLive(tx, { id, ...ISSUED_BY_HAND });
    const connection = await tx.findOneByOrFail(Connection, { id: old.connectionId });
    const lifeMs = old.expiresAt.getTime() - old.createdAt.getTime();
    const overlapEnds = new Date(Math.min(old.expiresAt.getTime(), Date.now() + overlapHours * HOUR_MS));
    if (overlapHours === 0) await tx.update(Token, { id }, { revokedAt: new Date() });
    else await tx.update(Token, { id }, { expiresAt: overlapEnds });
    const issued = await this.insert(tx, connection, {
      label: old.label,
      access: old.access,
      expiresInDays: Math.min(Math.max(1, Math.round(lifeMs / DAY_MS)), TOKEN_LIMITS.mostDays),
    });
    await tx.update(Token, { id }, { replacedBy: issued.id, replacedAt: issued.createdAt });
    await this.record(tx, 'token.rotated', issued, connection.organizationId, actor, { replaces: id, overlapHours });
    return issued;
  }

  /**
   * Ends a token, also an access token of an OAuth client: the next request with it is refused on every process.
   * @throws UnknownToken when there is no such live token
   */
  async revoke(tx: EntityManager, id: string, actor: AuditActor): Promise<void> {
    const token = await this.getLive(tx, { id });
    await tx.update(Token, { id }, { revokedAt: new Date() });
    await this.record(tx, 'token.revoked', token, token.organizationId, actor);
  }

  /** All tokens that the connection ever had, oldest first, but access tokens. */
  async list(tx: EntityManager, connection: Connection): Promise<ListedToken[]> {
    const where = { organizationId: connection.organizationId, connectionId: connection.id, ...ISSUED_BY_HAND };
    const tokens = await tx.find(Token, { where, order: { createdAt: 'ASC' } });
    const now = new Date();
    return tokens.map((token) => Object.assign(token, lifeOf(token, now)));
  }

  private async insert(tx: EntityManager, connection: Connection, wish: TokenWish): Promise<IssuedToken> {
    await this.refuseTooMany(tx, connection);
    const { keyId, text: token, digest } = TOKENS.mint();
    const row = {
      id: keyId,
      organizationId: connection.organizationId,
      connectionId: connection.id,
      label: wish.label,
      access: wish.access ?? 'write',
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + (wish.expiresInDays ?? TOKEN_LIMITS.defaultDays) * DAY_MS),
    };
    await tx.insert(Token, { ...row, digest });
    return { ...row, token };
  }

  private async refuseTooMany(tx: EntityManager, connection: Connection): Promise<void> {
    // The lock makes two issues at once count each other.
    await tx.findOneOrFail(Connection, { where: { id: connection.id }, lock: { mode: 'pessimistic_write' } });
    const held = { connectionId: connection.id, ...live(), ...ISSUED_BY_HAND };
    if ((await tx.countBy(Token, held)) >= TOKEN_LIMITS.live) throw new TokenLimitReached(TOKEN_LIMITS.live);
  }

  private async getLive(tx: EntityManager, which: FindOptionsWhere<Token> & { id: string }): Promise<Token> {
    const token = await tx.findOneBy(Token, { ...which, ...live() });
    if (!token) throw new UnknownToken(which.id);
    return token;
  }

  private record(
    tx: EntityManager,
    action: ConnectionEvent['action'],
    token: Pick<Token, 'id' | 'label' | 'access' | 'expiresAt' | 'connectionId'>,
    organizationId: string,
    actor: AuditActor,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const { id, label: name, access, expiresAt, connectionId } = token;
    const details = { connectionId, access, expiresAt: expiresAt.toISOString(), ...more };
    return this.audit.record(tx, { organizationId, actor, action, subject: { kind: 'token', id, name }, details });
  }
}

const live = () => ({ revokedAt: IsNull(), expiresAt: MoreThan(new Date()) });

/** Not by an OAuth client's asking. */
const ISSUED_BY_HAND = { oauthClientId: IsNull() };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
