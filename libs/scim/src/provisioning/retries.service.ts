import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { ActivityHistory } from '../activity/activity-history.service.js';
import { ActivityLog } from '../activity/activity-log.service.js';
import type { ActivityRecord } from '../activity/activity-record.js';
import { Exchange } from '../activity/exchange.js';
import { METHODS } from '../activity/retryable.js';
import type { Connection } from '../connections/connection.entity.js';
import type { BulkOperation } from '../core/bulk/bulk-operation.js';
import { type AuditActor, AuditTrail } from '../ports/audit-trail.js';
import { Transactions } from '../ports/transactions.js';
import { ResourceTypes } from '../resource-types.js';
import { BulkVerbs } from './bulk-verbs.service.js';
import { ConnectionNotActive, RequestNotKept, RequestOutdated } from './retry-errors.js';
import { toScimError } from './to-scim-error.js';

/** What came of it: the status that the directory would have got, and the sentence of a refusal. */
export interface RetryOutcome {
  readonly status: number;
  readonly detail?: string;
}

/** Applies refused writes again, by the readers, rules and services of the requests themselves. */
@Injectable()
export class Retries {
  constructor(
    private readonly history: ActivityHistory,
    private readonly activity: ActivityLog,
    private readonly verbs: BulkVerbs,
    private readonly types: ResourceTypes,
    private readonly transactions: Transactions<EntityManager>,
    private readonly audit: AuditTrail<EntityManager>,
  ) {}

  /**
   * Does what the request asked for, on behalf of its connection. That somebody asked for it is audited before it is
   * tried; what comes of it has entries of its own, under a request id of its own.
   * @throws ConnectionNotActive, RequestNotKept, RequestOutdated
   */
  async retry(connection: Connection, entry: ActivityRecord, by: AuditActor): Promise<RetryOutcome> {
    const place = { organizationId: connection.organizationId, connectionId: connection.id };
    if (connection.state !== 'active') throw new ConnectionNotActive();
    const retriable = await this.history.isRetriable(this.transactions.single, place, entry);
    if (retriable === 'outdated') throw new RequestOutdated();
    const body = await this.history.findBody(this.transactions.single, place, entry.id);
    const operation = body === undefined ? undefined : this.toOperation(entry, body);
    if (!operation) throw new RequestNotKept();
    const exchange = openExchange(connection, entry, by);
    await this.transactions.run((tx) => this.recordAttempt(tx, connection, entry, exchange, by));
    return this.perform(exchange, operation);
  }

  private async perform(exchange: Exchange, operation: BulkOperation): Promise<RetryOutcome> {
    const outcome = await this.verbs.perform(exchange, operation).then(({ status }) => ({ status }), toScimError);
    const error = 'detail' in outcome ? outcome : undefined;
    const entry = exchange.toEntry(outcome.status, error);
    if (entry) this.activity.record(entry);
    await this.activity.flush();
    return error ? { status: error.status, detail: error.detail } : { status: outcome.status };
  }

  private toOperation({ operation, resourceId }: ActivityRecord, data: unknown): BulkOperation | undefined {
    const method = METHODS.get(operation);
    const type = operation.startsWith('Groups.') ? this.types.group : this.types.user;
    if (method === 'POST') return { method, type, bulkId: 'retry', data };
    if (method === undefined || resourceId === null) return undefined;
    return method === 'DELETE' ? { method, type, id: resourceId } : { method, type, id: resourceId, data };
  }

  private recordAttempt(
    tx: EntityManager,
    { id, name, organizationId }: Connection,
    entry: ActivityRecord,
    { requestId }: Exchange,
    actor: AuditActor,
  ): Promise<void> {
    const details = { operation: entry.operation, resourceId: entry.resourceId, refused: entry.id, requestId };
    const subject = { kind: 'connection', id, name } as const;
    return this.audit.record(tx, { organizationId, actor, action: 'request.retried', subject, details });
  }
}

function openExchange(connection: Connection, entry: ActivityRecord, by: AuditActor): Exchange {
  const method = METHODS.get(entry.operation) ?? entry.method;
  const exchange = new Exchange({ requestId: v7(), method, client: entry.client ?? undefined, retryOf: entry.id });
  exchange.operation = entry.operation;
  exchange.resourceId = entry.resourceId ?? undefined;
  exchange.caller = {
    organizationId: connection.organizationId,
    connectionId: connection.id,
    connectionName: `${connection.name} (${by.name})`,
    adopts: connection.adopts,
    strict: connection.strict,
    tokenId: entry.tokenId ?? '',
    access: 'write',
    requestId: exchange.requestId,
    receivedAt: exchange.startedAt,
  };
  return exchange;
}
