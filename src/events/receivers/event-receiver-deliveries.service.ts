import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../../database/statement.js';
import type { EventDelivery } from '../event-types.js';
import { EventReceiverNotFound } from './event-receiver-errors.js';
import { HAS_RECEIVER, LIST_DELIVERIES } from './event-receivers.statements.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;

/** An event for a receiver, and what came of it so far. */
export interface DeliveryRecord extends EventDelivery {
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly attempts: number;
  /** The last HTTP status that the receiver answered. */
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  /** When it is attempted next. */
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryRecord[];
  /** The `before` of the next, older page; absent on the last one. */
  readonly next?: string;
}

export interface DeliverySearch {
  readonly state?: DeliveryRecord['state'];
  readonly limit: number;
  readonly before?: string;
}

/** What became of the events for a receiver, as administrators see it. */
@Injectable()
export class EventReceiverDeliveries {
  /** The newest first. @throws EventReceiverNotFound, also when it is another organization's */
  async list(
    tx: EntityManager,
    organizationId: string,
    receiverId: string,
    { state, limit, before }: DeliverySearch,
  ): Promise<DeliveryPage> {
    const values = [organizationId, receiverId, limit + 1, before ?? null];
    const statement = LIST_DELIVERIES[state ?? 'any'];
    const found = await runStatement<DeliveryRecord & Record<string, unknown>>(tx, statement, values);
    if (found.length === 0) await this.check(tx, organizationId, receiverId);
    const deliveries = found.slice(0, limit);
    const next = found.length > limit ? deliveries.at(-1)?.id : undefined;
    return { deliveries, ...(next === undefined ? {} : { next }) };
  }

  private async check(tx: EntityManager, organizationId: string, receiverId: string): Promise<void> {
    const found = await runStatement(tx, HAS_RECEIVER, [organizationId, receiverId]);
    if (found.length === 0) throw new EventReceiverNotFound();
  }
}
