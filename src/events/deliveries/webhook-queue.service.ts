import { Injectable } from '@nestjs/common';
import { runStatement, type Statement } from '../../database/statement.js';
import { Transactions } from '../../database/transactions.js';
import { Settings } from '../../config/settings.js';
import type { EventDelivery } from '../event-types.js';
import { EventReceiversService } from '../receivers/event-receivers.service.js';
import { retryDelay } from '../webhooks/retry-delay.js';
import type { SendResult, WebhookTarget } from '../webhooks/webhook-sender.service.js';
import { CLAIM_WEBHOOKS, type Outcome, PRUNE_OLD, PRUNE_ORPHANS, SETTLE_WEBHOOKS } from './webhook-queue.statements.js';

/** A webhook that this process has to send, and is the only one to send until its lease ends. */
export interface ClaimedWebhook extends EventDelivery, WebhookTarget {
  /** Which attempt it is, from 1. */
  readonly attempts: number;
}

/** One of those, and what came of it. */
export interface AttemptedWebhook {
  readonly webhook: ClaimedWebhook;
  readonly result: SendResult;
}

/** What a process needs beyond the time limit of an attempt to write down what came of it. */
const LEASE_MARGIN_SECONDS = 30;
const PRUNED_AT_ONCE = 5_000;
const HOPELESS_AFTER_DAYS = 3;
const SYSTEM = { kind: 'system', id: 'events', name: 'Events' } as const;

/** The webhooks that are to be sent, for any number of processes. No transaction is open while one is. */
@Injectable()
export class WebhookQueue {
  constructor(
    private readonly transactions: Transactions,
    private readonly receivers: EventReceiversService,
    private readonly settings: Settings,
  ) {}

  /** What is due, of so many receivers other than the busy ones. */
  claim(busy: readonly string[], mostReceivers: number): Promise<ClaimedWebhook[]> {
    const lease = this.settings.webhookTimeoutMs / 1_000 + LEASE_MARGIN_SECONDS;
    const values = [busy, mostReceivers, lease];
    const { single } = this.transactions;
    return runStatement<ClaimedWebhook & Record<string, unknown>>(single, CLAIM_WEBHOOKS, values);
  }

  /**
   * Writes down attempts of one receiver's webhooks. Who has failed for days is disabled.
   * @returns what became of each
   */
  async settle(
    { organizationId, receiverId }: ClaimedWebhook,
    attempts: readonly AttemptedWebhook[],
  ): Promise<readonly Outcome[]> {
    const outcomes = attempts.map((attempt) => this.toOutcome(attempt));
    const succeeded = outcomes.some(({ state }) => state === 'delivered');
    const values = [organizationId, receiverId, JSON.stringify(outcomes), succeeded];
    const [receiver] = await runStatement<{ isHopeless: boolean | null }>(this.transactions.single, SETTLE_WEBHOOKS, [
      ...values,
      this.settings.webhookRetrySeconds,
      HOPELESS_AFTER_DAYS,
    ]);
    if (receiver?.isHopeless === true) {
      await this.transactions.run((tx) => this.receivers.disable(tx, organizationId, receiverId, SYSTEM));
    }
    return outcomes;
  }

  /** Forgets what is older than events are kept, and what was for receivers that are gone. */
  async prune(): Promise<void> {
    await this.inPortions(PRUNE_OLD, [this.settings.eventsRetentionDays]);
    await this.inPortions(PRUNE_ORPHANS, []);
  }

  private async inPortions(statement: Statement, values: readonly unknown[]): Promise<void> {
    const forget = () => runStatement(this.transactions.single, statement, [...values, PRUNED_AT_ONCE]);
    while ((await forget()).length === PRUNED_AT_ONCE);
  }

  private toOutcome({ webhook: { id, attempts }, result: { status, failure } }: AttemptedWebhook): Outcome {
    const { webhookAttempts, webhookRetrySeconds } = this.settings;
    const hasMore = attempts < webhookAttempts;
    const state = failure === null ? 'delivered' : hasMore ? 'pending' : 'dead';
    return { id, attempts, state, status, failure, delay: retryDelay(attempts, webhookRetrySeconds, Math.random()) };
  }
}
