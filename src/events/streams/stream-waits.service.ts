import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { runStatement } from '../../database/statement.js';
import { Transactions } from '../../database/transactions.js';
import { Readiness } from '../../operations/health/readiness.js';
import { FIND_AWAKE } from './event-streams.statements.js';

export interface WaitingStream {
  readonly organizationId: string;
  readonly id: string;
}

interface Wait extends WaitingStream {
  readonly end: () => void;
}

/** Polls that wait for an event: together they cost one statement an interval, and nothing while nobody waits. */
@Injectable()
export class StreamWaits {
  private readonly waits = new Set<Wait>();
  private isWatching = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly readiness: Readiness,
    private readonly settings: Settings,
  ) {}

  /** Resolves when there is something for the stream, the time is over, or the process is to stop. */
  async wait({ organizationId, id }: WaitingStream, milliseconds: number): Promise<void> {
    const over = new AbortController();
    const waking = new Promise<void>((resolve) => {
      const wait: Wait = { organizationId, id, end: resolve };
      this.waits.add(wait);
      void sleep(milliseconds, undefined, { signal: over.signal, ref: false })
        .then(resolve, resolve)
        .finally(() => this.waits.delete(wait));
    });
    if (!this.isWatching) void this.watch();
    await waking;
    over.abort();
  }

  private async watch(): Promise<void> {
    this.isWatching = true;
    while (this.waits.size > 0) {
      await sleep(this.settings.eventsIntervalMs, undefined, { ref: false });
      const awake = await this.findAwake();
      for (const wait of this.waits) if (awake === 'all' || awake.has(wait.id)) wait.end();
    }
    this.isWatching = false;
  }

  /** All of them when one cannot know: each then finds out by itself. */
  private async findAwake(): Promise<ReadonlySet<string> | 'all'> {
    if (this.readiness.isDraining) return 'all';
    const waiting = [...this.waits];
    const values = [waiting.map(({ organizationId }) => organizationId), waiting.map(({ id }) => id)];
    const found = await runStatement<{ id: string }>(this.transactions.single, FIND_AWAKE, values).catch(
      () => 'all' as const,
    );
    return found === 'all' ? found : new Set(found.map(({ id }) => id));
  }
}
