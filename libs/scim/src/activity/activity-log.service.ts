import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { ActivityListener } from '../ports/activity-listener.js';
import { runPrepared } from '../sql/prepared.js';
import { INSERT_ENTRIES, TOUCH_CLIENTS, TOUCH_TOKENS } from './activity-log.statements.js';
import type { KeepingEntry } from './exchange.js';

const FLUSH_AFTER_MS = 250;
const BATCH = 500;
/** Beyond this the oldest wait in vain: a slow database must not take the process's memory. */
const MOST_WAITING = 20_000;
/** Beyond this bodies of refused writes are not kept. */
const MOST_KEPT_WAITING = 16 * 1_024 * 1_024;

/** The request log: written behind the requests, in batches, bounded, and to the last entry at shutdown. */
@Injectable()
export class ActivityLog implements OnApplicationShutdown {
  private readonly logger = new Logger(ActivityLog.name);
  private waiting: KeepingEntry[] = [];
  private keptWaiting = 0;
  private timer?: NodeJS.Timeout;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly listener?: ActivityListener,
  ) {}

  /** Never throws and never waits. */
  record(entry: KeepingEntry): void {
    this.listener?.finished(entry);
    if (this.waiting.length >= MOST_WAITING) return;
    this.keptWaiting += entry.kept?.length ?? 0;
    this.waiting.push(this.keptWaiting > MOST_KEPT_WAITING ? { ...entry, kept: undefined } : entry);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS);
  }

  /** Resolves when everything recorded so far is written, or given up. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const entries = this.waiting;
    this.waiting = [];
    this.keptWaiting = 0;
    this.flushing = this.flushing.then(() => this.write(entries));
    return this.flushing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private async write(entries: readonly KeepingEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; from += BATCH) {
      const batch = withIds(entries.slice(from, from + BATCH));
      // The first attempt may meet a connection that is gone; what it did write the second one passes over.
      await this.writeBatch(batch)
        .catch(() => this.writeBatch(batch))
        .catch((error: unknown) => this.logger.error(`${batch.length} entries of the request log were lost.`, error));
    }
  }

  private async writeBatch(batch: readonly StoredEntry[]): Promise<void> {
    await runPrepared(this.dataSource, INSERT_ENTRIES, [JSON.stringify(batch)]);
    const uses = batch.filter(({ tokenId }) => tokenId !== undefined);
    await runPrepared(this.dataSource, TOUCH_TOKENS, [JSON.stringify(lastOfEach(uses, 'tokenId'))]);
    const byClients = uses.filter(({ oauthClientId }) => oauthClientId !== undefined);
    if (byClients.length === 0) return;
    await runPrepared(this.dataSource, TOUCH_CLIENTS, [JSON.stringify(lastOfEach(byClients, 'oauthClientId'))]);
  }
}

type StoredEntry = KeepingEntry & { readonly id: string };

/** Ids whose order is the order of the entries; what is random in them is drawn once a batch. */
function withIds(entries: readonly KeepingEntry[]): StoredEntry[] {
  const random = randomBytes(16);
  return entries.map((entry, seq) => ({ ...entry, id: v7({ random, seq, msecs: entry.at.getTime() }) }));
}

const lastOfEach = (entries: readonly KeepingEntry[], credential: 'tokenId' | 'oauthClientId') => [
  ...new Map(entries.map((entry) => [entry[credential], entry])).values(),
];
