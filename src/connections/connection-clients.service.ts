import { Injectable } from '@nestjs/common';
import {
  type Connection,
  ConnectionsService,
  type CreatedOAuthClient,
  type IssuedClientSecret,
  type ListedOAuthClient,
  OAuthClientsService,
  type OAuthClientWish,
} from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Administrator } from './administrator.js';
import { CredentialGone, SeenTooEarly } from './connection-errors.js';
import { type ConnectionPlace, getConnection, lockConnection } from './connection-place.js';
import { ConnectionSetupsService } from './connection-setups.service.js';

/** What a new client shall be, and how many clients the administrator saw who asks for it. */
export interface SeenClientWish extends OAuthClientWish {
  readonly seen: number;
}

/** OAuth clients as administrators deal with them, in the manner of `ConnectionTokensService`. */
@Injectable()
export class ConnectionClientsService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly setups: ConnectionSetupsService,
    private readonly clients: OAuthClientsService,
  ) {}

  /** All that the connection ever had, oldest first. @throws UnknownConnection; so do all others */
  async list(tx: EntityManager, place: ConnectionPlace): Promise<ListedOAuthClient[]> {
    return this.clients.list(tx, await getConnection(tx, this.connections, place));
  }

  /**
   * With the first one a draft becomes active.
   * @throws SeenTooEarly, OAuthClientLimitReached, UnusableKeys, NoRecoveryAdministrator
   */
  async create(
    tx: EntityManager,
    place: ConnectionPlace,
    { seen, ...wish }: SeenClientWish,
    actor: Administrator,
  ): Promise<CreatedOAuthClient> {
    const connection = await this.setups.activate(tx, place, actor);
    if ((await this.clients.list(tx, connection)).length !== seen) throw new SeenTooEarly();
    return this.clients.create(tx, connection, wish, actor);
  }

  /**
   * A new secret in place of the one that was seen, which works on for the overlap.
   * @throws CredentialGone, SeenTooEarly, OtherClientMethod
   */
  async rotateSecret(
    tx: EntityManager,
    place: ConnectionPlace,
    { id, seen, overlapHours }: { readonly id: string; readonly seen: string; readonly overlapHours: number },
    actor: Administrator,
  ): Promise<IssuedClientSecret> {
    const client = await this.getLocked(tx, place, id);
    if (client.credentials.at(-1)?.id !== seen) throw new SeenTooEarly();
    return this.clients.rotateSecret(tx, id, overlapHours, actor);
  }

  /** @throws CredentialGone, UnusableKeys, OtherClientMethod */
  async setKeys(
    tx: EntityManager,
    place: ConnectionPlace,
    { id, keys }: { readonly id: string; readonly keys: unknown },
    actor: Administrator,
  ): Promise<void> {
    await this.getLocked(tx, place, id);
    await this.clients.setKeys(tx, id, keys, actor);
  }

  /** @throws CredentialGone */
  async revoke(tx: EntityManager, place: ConnectionPlace, id: string, actor: Administrator): Promise<void> {
    await this.getLocked(tx, place, id);
    await this.clients.revoke(tx, id, actor);
  }

  private async getLocked(tx: EntityManager, place: ConnectionPlace, id: string): Promise<ListedOAuthClient> {
    const connection: Connection = await lockConnection(tx, this.connections, place);
    const client = (await this.clients.list(tx, connection)).find((listed) => listed.id === id);
    if (!client || client.revokedAt) throw new CredentialGone();
    return client;
  }
}
