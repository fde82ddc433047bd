import { Injectable } from '@nestjs/common';
import { type ConnectionChange, ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Administrator } from './administrator.js';
import { ConnectionAdmissionsService } from './connection-admissions.service.js';
import { NotInThisState } from './connection-errors.js';
import { type ConnectionPlace, lockConnection } from './connection-place.js';

/** What an administrator sets of a connection. */
export interface ConnectionWish extends Required<Omit<ConnectionChange, 'state'>> {
  /** Whether only people whom it provisioned may enter while it is there. */
  readonly onlyProvisioned: boolean;
}

/** What administrators change of a connection that is there. */
@Injectable()
export class ConnectionLifeService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly admissions: ConnectionAdmissionsService,
  ) {}

  /** @throws UnknownConnection */
  async configure(
    tx: EntityManager,
    place: ConnectionPlace,
    { onlyProvisioned, ...change }: ConnectionWish,
    actor: Administrator,
  ): Promise<void> {
    const { id } = await lockConnection(tx, this.connections, place);
    await this.admissions.set(tx, place, onlyProvisioned, actor);
    await this.connections.change(tx, id, change, actor);
  }

  /**
   * Tells the directory to come back later, or serves it again. To do what is done already changes nothing.
   * @throws UnknownConnection, NotInThisState when it is a draft
   */
  async turn(
    tx: EntityManager,
    place: ConnectionPlace,
    state: 'active' | 'paused',
    actor: Administrator,
  ): Promise<void> {
    const connection = await lockConnection(tx, this.connections, place);
    if (connection.state === 'draft') throw new NotInThisState();
    await this.connections.change(tx, connection.id, { state }, actor);
  }
}
