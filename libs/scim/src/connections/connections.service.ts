import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail } from '../ports/audit-trail.js';
import { Connection, type ConnectionState } from './connection.entity.js';

export interface NewConnection {
  readonly organizationId: string;
  readonly name: string;
  readonly state?: ConnectionState;
  readonly adopts?: boolean;
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
      ...draft,
      id: newConnectionId(),
      createdAt: new Date(),
    });
    await tx.insert(Connection, connection);
    await this.audit.record(tx, {
      organizationId: connection.organizationId,
      actor,
      action: 'connection.created',
      subject: { kind: 'connection', id: connection.id, name: connection.name },
      details: { state: connection.state, adopts: connection.adopts },
    });
    return connection;
  }

  find(tx: EntityManager, id: string): Promise<Connection | null> {
    return tx.findOneBy(Connection, { id });
  }

  list(tx: EntityManager, organizationId: string): Promise<Connection[]> {
    return tx.find(Connection, { where: { organizationId }, order: { createdAt: 'ASC' } });
  }
}

const newConnectionId = () =>
  BigInt(`0x${randomBytes(15).toString('hex')}`)
    .toString(36)
    .padStart(24, '0');
