import { Injectable } from '@nestjs/common';
import { ConnectionsService, type IssuedToken, type ListedToken, TokensService, type TokenWish } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Administrator } from './administrator.js';
import { CredentialGone, SeenTooEarly } from './connection-errors.js';
import { type ConnectionPlace, getConnection, lockConnection } from './connection-place.js';
import { ConnectionSetupsService } from './connection-setups.service.js';

/** What a new token shall be, and how many tokens the administrator saw who asks for it. */
export interface SeenTokenWish extends TokenWish {
  readonly seen: number;
}

/**
 * Bearer tokens as administrators deal with them: of their own organization's connections only, and each wish once,
 * however often a form is sent.
 */
@Injectable()
export class ConnectionTokensService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly setups: ConnectionSetupsService,
    private readonly tokens: TokensService,
  ) {}

  /** All that the connection ever had, oldest first. @throws UnknownConnection; so do all others */
  async list(tx: EntityManager, place: ConnectionPlace): Promise<ListedToken[]> {
    return this.tokens.list(tx, await getConnection(tx, this.connections, place));
  }

  /**
   * With the first one a draft becomes active.
   * @throws SeenTooEarly, TokenLimitReached, NoRecoveryAdministrator
   */
  async issue(
    tx: EntityManager,
    place: ConnectionPlace,
    { seen, ...wish }: SeenTokenWish,
    actor: Administrator,
  ): Promise<IssuedToken> {
    const connection = await this.setups.activate(tx, place, actor);
    if ((await this.tokens.list(tx, connection)).length !== seen) throw new SeenTooEarly();
    return this.tokens.issue(tx, connection, wish, actor);
  }

  /**
   * A new token in place of one, which works on for the overlap.
   * @throws CredentialGone when it has ended or was replaced, TokenLimitReached
   */
  async rotate(
    tx: EntityManager,
    place: ConnectionPlace,
    { id, overlapHours }: { readonly id: string; readonly overlapHours: number },
    actor: Administrator,
  ): Promise<IssuedToken> {
    const token = await this.getLocked(tx, place, id);
    if (token.state !== 'live') throw new CredentialGone();
    return this.tokens.rotate(tx, id, overlapHours, actor);
  }

  /** @throws CredentialGone */
  async revoke(tx: EntityManager, place: ConnectionPlace, id: string, actor: Administrator): Promise<void> {
    const token = await this.getLocked(tx, place, id);
    if (token.state === 'expired' || token.state === 'revoked') throw new CredentialGone();
    await this.tokens.revoke(tx, id, actor);
  }

  private async getLocked(tx: EntityManager, place: ConnectionPlace, id: string): Promise<ListedToken> {
    const connection = await lockConnection(tx, this.connections, place);
    const token = (await this.tokens.list(tx, connection)).find((listed) => listed.id === id);
    if (!token) throw new CredentialGone();
    return token;
  }
}
