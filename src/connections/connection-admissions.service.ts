import { Injectable } from '@nestjs/common';
import { type Connection, ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import type { Administrator } from './administrator.js';
import { FIND_ADMISSION, FIND_CLOSED, SET_ADMISSION } from './connection-admissions.statements.js';
import { type ConnectionPlace, lockConnection } from './connection-place.js';

/** Whom a connection lets in at sign-in, besides the people whom it provisioned: nobody, until an administrator says so. */
@Injectable()
export class ConnectionAdmissionsService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly audit: AuditService,
  ) {}

  /** Whether only people whom it provisioned may enter while it is there. */
  async isOnlyProvisioned(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace): Promise<boolean> {
    const [row] = await runStatement<Admission>(tx, FIND_ADMISSION, [organizationId, connectionId]);
    return row?.onlyProvisioned ?? true;
  }

  /** Whether a connection of the organization that is there lets in only people whom it provisioned. */
  async isClosed(tx: EntityManager, organizationId: string): Promise<boolean> {
    const [closed] = await runStatement(tx, FIND_CLOSED, [organizationId]);
    return closed !== undefined;
  }

  /**
   * Counts for every sign-in that begins after the commit; who is in stays in. What is so already is not written.
   * @throws UnknownConnection
   */
  async set(tx: EntityManager, place: ConnectionPlace, onlyProvisioned: boolean, actor: Administrator): Promise<void> {
    const { organizationId, id, name }: Connection = await lockConnection(tx, this.connections, place);
    const before = await this.isOnlyProvisioned(tx, place);
    if (before === onlyProvisioned) return;
    await runStatement(tx, SET_ADMISSION, [organizationId, id, onlyProvisioned]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'connection.admission_changed',
      subject: { kind: 'connection', id, name },
      details: { from: { onlyProvisioned: before }, to: { onlyProvisioned } },
    });
  }
}

interface Admission extends Record<string, unknown> {
  readonly onlyProvisioned: boolean;
}
