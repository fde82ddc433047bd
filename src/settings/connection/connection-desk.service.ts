import { Injectable, NotFoundException } from '@nestjs/common';
import { ConnectionsService, type ConnectionState } from '@ruleforge/scim';
import { type ConnectionPlace, getConnection } from '../../connections/connection-place.js';
import type { ConnectionProvider } from '../../connections/connection-provider.js';
import { ConnectionSetupsService } from '../../connections/connection-setups.service.js';
import { Transactions } from '../../database/transactions.js';

/** A connection as the screens about it show it. */
export interface ShownConnection {
  readonly id: string;
  readonly name: string;
  readonly state: ConnectionState;
  readonly adopts: boolean;
  readonly strict: boolean;
  readonly provider: ConnectionProvider;
}

/** Reads the connection that a screen is about. */
@Injectable()
export class ConnectionDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ConnectionsService,
    private readonly setups: ConnectionSetupsService,
  ) {}

  /** @throws NotFoundException, also when it is another organization's, or was removed */
  async get(place: ConnectionPlace): Promise<ShownConnection> {
    const connection = await this.find(place);
    if (connection.state === 'removed') throw new NotFoundException();
    return connection;
  }

  /** @throws NotFoundException, also when it is another organization's */
  async find(place: ConnectionPlace): Promise<ShownConnection> {
    const tx = this.transactions.single;
    const [{ id, name, state, adopts, strict }, provider] = await Promise.all([
      getConnection(tx, this.connections, place).catch(() => Promise.reject(new NotFoundException())),
      this.setups.getProvider(tx, place),
    ]);
    return { id, name, state, adopts, strict, provider };
  }
}
