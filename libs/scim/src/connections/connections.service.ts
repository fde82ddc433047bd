import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { type AuditActor, AuditTrail } from '../ports/audit-trail.js';
import { runStatement } from '../sql/prepared.js';
import { Connection, type ConnectionState } from './connection.entity.js';
import { UnknownConnection } from './connection-errors.js';
import { randomId } from './random-id.js';
import { DROP_GROUPS, END_CREDENTIALS, HOLD_GROUPS } from './remove-connection.statements.js';

export interface NewConnection {
  readonly organizationId: string;
  readonly name: string;
  readonly state?: ConnectionState;
  readonly adopts?: boolean;
  readonly strict?: boolean;
}

/** What may change of a connection; what is absent stays. */
export interface ConnectionChange {
  /** How its members are said to be synced. */
  readonly name?: string;
  /** While paused, the directory is told to come back later. */
  readonly state?: 'active' | 'paused';
  readonly adopts?: boolean;
  /** A strict connection refuses what others tolerate beyond the RFC, and PATCH operations without a path. */
  readonly strict?: boolean;
}

/** Connections of identity providers to organizations. */
@Injectable()
export class ConnectionsService {
  constructor(private readonly audit: AuditTrail<EntityManager>) {}

  /** A connection under a random id, `draft` unless told otherwise. */
  async create(tx: EntityManager, draft: NewConnection, actor: AuditActor): Promise<Connection> {
    const connection = tx.create(Connection, {
      state: 'draft',
      adopts: true,
      strict: false,
      ...draft,
      id: randomId(),
      createdAt: new Date(),
    });
    await tx.insert(Connection, connection);
    await this.audit.record(tx, {
      organizationId: connection.organizationId,
      actor,
      action: 'connection.created',
      subject: { kind: 'connection', id: connection.id, name: connection.name },
      details: settingsOf(connection),
    });
    return connection;
  }

  /**
   * Counts for every request that starts after the commit, on every process.
   * @throws UnknownConnection when there is none, or it was removed
   */
  async change(tx: EntityManager, id: string, change: ConnectionChange, actor: AuditActor): Promise<Connection> {
    const before = await this.lock(tx, id);
    const after = tx.merge(Connection, tx.create(Connection, before), change);
    const [from, to] = [settingsOf(before), settingsOf(after)];
    if (SETTINGS.every((name) => from[name] === to[name])) return before;
    await tx.update(Connection, { id }, to);
    await this.audit.record(tx, {
      organizationId: before.organizationId,
      actor,
      action: 'connection.changed',
      subject: { kind: 'connection', id, name: before.name },
      details: { from, to },
    });
    return after;
  }

  /**
   * Ends a connection for good: its credentials open nothing from the commit on, its groups are gone. Whom it manages is
   * the host's to decide, in the same transaction; what was decided stands in the audit entry.
   * @throws UnknownConnection when there is none, or it was removed
   */
  async remove(
    tx: EntityManager,
    id: string,
    decided: Readonly<Record<string, unknown>>,
    actor: AuditActor,
  ): Promise<void> {
    const { organizationId, name } = await this.lock(tx, id);
    await tx.update(Connection, { id }, { state: 'removed' });
    await runStatement(tx, END_CREDENTIALS, [organizationId, id]);
    await runStatement(tx, HOLD_GROUPS, [organizationId, id]);
    await runStatement(tx, DROP_GROUPS, [organizationId, id]);
    const subject = { kind: 'connection', id, name } as const;
    await this.audit.record(tx, { organizationId, actor, action: 'connection.removed', subject, details: decided });
  }

  /**
   * The connection, changed by nobody else until `tx` ends.
   * @throws UnknownConnection when there is none, or it was removed
   */
  async lock(tx: EntityManager, id: string): Promise<Connection> {
    const lock = { mode: 'pessimistic_write' } as const;
    const connection = await tx.findOne(Connection, { where: { id, state: Not('removed') }, lock });
    if (!connection) throw new UnknownConnection(id);
    return connection;
  }

  find(tx: EntityManager, id: string): Promise<Connection | null> {
    return tx.findOneBy(Connection, { id });
  }

  list(tx: EntityManager, organizationId: string): Promise<Connection[]> {
    return tx.find(Connection, { where: { organizationId }, order: { createdAt: 'ASC' } });
  }
}

const SETTINGS = ['name', 'state', 'adopts', 'strict'] as const;

const settingsOf = ({ name, state, adopts, strict }: Connection) => ({ name, state, adopts, strict });
