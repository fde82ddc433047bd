import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { WebhookSender } from '../webhooks/webhook-sender.service.js';
import { EventMetrics } from './event-metrics.service.js';
import { type ClaimedWebhook, WebhookQueue } from './webhook-queue.service.js';

/** Receivers that one process sends to at once. */
const MOST_LANES = 64;
const PRUNE_EVERY_MS = 600_000;

/**
 * Sends webhooks, beside whatever else the process does. Each receiver has a lane of its own, so that one that does not
 * answer keeps nobody else waiting. What a process that dies has taken, another one takes when the lease ends.
 */
@Injectable()
export class EventDispatcher implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventDispatcher.name);
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private prunedAt = performance.now();

  constructor(
    private readonly queue: WebhookQueue,
    private readonly sender: WebhookSender,
    private readonly metrics: EventMetrics,
    private readonly settings: Settings,
  ) {}

  /** For a process that serves; one that runs a command leaves the sending to those. */
  start(): void {
    this.running = this.run();
  }

  /** What is being sent is sent to its end, which the time limit bounds. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.lanes.values());
    await this.sender.close();
  }

  private async run(): Promise<void> {
    await this.rest();
    while (!this.stopping.signal.aborted) {
      await this.openLanes().catch((error: unknown) => this.logger.warn('Events cannot be sent just now.', error));
      await Promise.race([this.rest(), ...this.lanes.values()]);
    }
  }

  /** For as long as nothing is to be done, as far as one knows. */
  private rest(): Promise<void> {
    const { signal } = this.stopping;
    return sleep(this.settings.eventsIntervalMs, undefined, { signal, ref: false }).catch(() => undefined);
  }

  private async openLanes(): Promise<void> {
    if (performance.now() - this.prunedAt > PRUNE_EVERY_MS) {
      this.prunedAt = performance.now();
      await this.queue.prune();
    }
    if (this.lanes.size >= MOST_LANES) return;
    const claimed = await this.queue.claim([...this.lanes.keys()], MOST_LANES - this.lanes.size);
    for (const receiverId of new Set(claimed.map((webhook) => webhook.receiverId))) {
      const webhooks = claimed.filter((webhook) => webhook.receiverId === receiverId);
      const lane = this.deliver(webhooks)
        .catch((error: unknown) => this.logger.warn('What came of webhooks could not be written down.', error))
        .finally(() => this.lanes.delete(receiverId));
      this.lanes.set(receiverId, lane);
    }
  }

  private async deliver(webhooks: readonly ClaimedWebhook[]): Promise<void> {
    const [first] = webhooks;
    if (!first) return;
    const attempts = await Promise.all(
      webhooks.map(async (webhook) => ({ webhook, result: await this.sender.send(webhook, webhook) })),
    );
    for (const { state } of await this.queue.settle(first, attempts)) this.metrics.count('webhook', state);
  }
}
