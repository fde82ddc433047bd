import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { type Fate, ManagedMembersService } from '../members/managed-members.service.js';
import type { Administrator } from './administrator.js';
import { NothingToSettle } from './connection-errors.js';
import { type ConnectionPlace, getConnection, lockConnection } from './connection-place.js';
import { DROP_RULES, HOLD_ARRIVALS, LIST_KEEPING, LOCK_REMOVED } from './connection-removal.statements.js';

/** A connection that was removed and keeps its people. */
export interface KeepingConnection {
  readonly id: string;
  readonly name: string;
}

/** Ends connections, and decides about the people whom they brought. */
@Injectable()
export class ConnectionRemovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ConnectionsService,
    private readonly members: ManagedMembersService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Ends the connection and lets its people go, all of it or nothing. It is paused before, on its own: what its directory
   * still sends is told to come back instead of waiting for a long transaction. Of a connection that was removed and kept
   * its people, these are decided about.
   *
   * @throws UnknownConnection, NothingToSettle, LastAdministrator
   */
  async remove(place: ConnectionPlace, fate: Fate, actor: Administrator): Promise<void> {
    const { state } = await getConnection(this.transactions.single, this.connections, place);
    if (state === 'active') await this.transactions.run((tx) => this.pause(tx, place, actor));
    if (state === 'removed') await this.transactions.run((tx) => this.settle(tx, place, fate, actor));
    else await this.transactions.run((tx) => this.end(tx, place, fate, actor));
  }

  /** Connections that were removed and keep their people. */
  listKeeping(tx: EntityManager, organizationId: string): Promise<KeepingConnection[]> {
    return runStatement<KeepingConnection & Record<string, unknown>>(tx, LIST_KEEPING, [organizationId]);
  }

  private async pause(tx: EntityManager, place: ConnectionPlace, actor: Administrator): Promise<void> {
    const { id } = await lockConnection(tx, this.connections, place);
    await this.connections.change(tx, id, { state: 'paused' }, actor);
  }

  private async end(tx: EntityManager, place: ConnectionPlace, fate: Fate, actor: Administrator): Promise<void> {
    const { organizationId, connectionId } = place;
    await lockConnection(tx, this.connections, place);
    const letGo = () => this.members.letGo(tx, { organizationId, connectionId, fate, actor });
    const people = await letGo();
    // Whoever was being created holds the counts that others wait for, so these are waited for after the counts are written.
    await runStatement(tx, HOLD_ARRIVALS, [connectionId]);
    if (fate !== 'keep') await letGo();
    await runStatement(tx, DROP_RULES, [organizationId, connectionId]);
    await this.connections.remove(tx, connectionId, { members: fate, ...people }, actor);
  }

  private async settle(tx: EntityManager, place: ConnectionPlace, fate: Fate, actor: Administrator): Promise<void> {
    const { organizationId, connectionId } = place;
    await runStatement(tx, LOCK_REMOVED, [organizationId, connectionId]);
    const { name } = await getConnection(tx, this.connections, place);
    const { active, deactivated } = await this.members.count(tx, organizationId, connectionId);
    if (active + deactivated === 0) throw new NothingToSettle();
    if (fate === 'keep') return;
    const people = await this.members.letGo(tx, { organizationId, connectionId, fate, actor });
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'connection.people_released',
      subject: { kind: 'connection', id: connectionId, name },
      details: { members: fate, ...people },
    });
  }
}
