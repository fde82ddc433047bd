import { Injectable } from '@nestjs/common';
import { type Connection, ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Administrator } from './administrator.js';
import { runStatement } from '../database/statement.js';
import { RecoveryAdministratorsService } from '../members/recovery-administrators.service.js';
import { type ConnectionPlace, lockConnection } from './connection-place.js';
import { type ConnectionProvider, findProvider } from './connection-provider.js';
import { FIND_SETUP, INSERT_SETUP } from './connection-setups.statements.js';

export interface SetupWish {
  readonly provider: ConnectionProvider;
  readonly name: string;
  /** Who stands outside of the directory. */
  readonly recoveryAdministratorId: string;
}

/** How a connection comes to be: a draft for a provider, and active only with somebody outside of its reach. */
@Injectable()
export class ConnectionSetupsService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly recovery: RecoveryAdministratorsService,
  ) {}

  /** @throws CannotStandOutside */
  async begin(tx: EntityManager, organizationId: string, wish: SetupWish, actor: Administrator): Promise<Connection> {
    await this.recovery.name(tx, organizationId, wish.recoveryAdministratorId, actor);
    const connection = await this.connections.create(tx, { organizationId, name: wish.name }, actor);
    await runStatement(tx, INSERT_SETUP, [organizationId, connection.id, wish.provider]);
    return connection;
  }

  /**
   * Serves the directory from now on. A connection that is not a draft any more stays as it is.
   * @throws UnknownConnection, NoRecoveryAdministrator
   */
  async activate(tx: EntityManager, place: ConnectionPlace, actor: Administrator): Promise<Connection> {
    const connection = await lockConnection(tx, this.connections, place);
    if (connection.state !== 'draft') return connection;
    await this.recovery.refuseNone(tx, place.organizationId);
    return this.connections.change(tx, connection.id, { state: 'active' }, actor);
  }

  /** `other` for a connection that was made at the shell. */
  async getProvider(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace): Promise<ConnectionProvider> {
    const [row] = await runStatement<{ provider: string }>(tx, FIND_SETUP, [organizationId, connectionId]);
    return findProvider(row?.provider) ?? 'other';
  }
}
