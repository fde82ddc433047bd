import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { type ActivityEntry, ActivityListener } from '../ports/activity-listener.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';

const FLUSH_AFTER_MS = 250;
const BATCH = 500;
/** Beyond this the oldest wait in vain: a slow database must not take the process's memory. */
const MOST_WAITING = 20_000;

/** Unknown connection ids, which anyone can put in a path, find no row to join and leave no trace. */
const INSERT: PreparedStatement = {
  name: 'scim-activity-insert',
  text: `
  INSERT INTO scim_activity (organization_id, id, connection_id, token_id, oauth_client_id, at, request_id, method,
    operation, resource_id, status, scim_type, detail, changed, leniencies, duration_ms, client_address, client)
  SELECT c.organization_id, e.id, c.id, e."tokenId", e."oauthClientId", e.at, e."requestId", e.method,
    e.operation, e."resourceId", e.status, e."scimType", e.detail, e.changed, e.leniencies, e."durationMs",
    e."clientAddress", e.client
  FROM json_to_recordset($1::json) AS e (id uuid, "connectionId" text, "tokenId" text, "oauthClientId" text,
    at timestamptz, "requestId" text, method text, operation text, "resourceId" text, status smallint,
    "scimType" text, detail text, changed text[], leniencies text[], "durationMs" real, "clientAddress" text, client text)
  JOIN scim_connections c ON c.id = e."connectionId"
  ON CONFLICT DO NOTHING`,
};

const TOUCH: PreparedStatement = {
  name: 'scim-token-touch',
  text: `
  UPDATE scim_tokens t SET last_used_at = u.at, last_used_address = u."clientAddress", last_used_client = u.client
  FROM json_to_recordset($1::json) AS u ("tokenId" text, at timestamptz, "clientAddress" text, client text)
  WHERE t.id = u."tokenId" AND (t.last_used_at IS NULL OR t.last_used_at < u.at - interval '1 minute'
    OR t.last_used_at < t.replaced_at AND u.at > t.replaced_at)`,
};

/** Access tokens come and go; that their client is alive is kept beside it. */
const TOUCH_CLIENT: PreparedStatement = {
  name: 'scim-oauth-client-touch',
  text: `
  UPDATE scim_oauth_clients o SET last_used_at = u.at, last_used_address = u."clientAddress", last_used_client = u.client
  FROM json_to_recordset($1::json) AS u ("oauthClientId" text, at timestamptz, "clientAddress" text, client text)
  WHERE o.id = u."oauthClientId" AND (o.last_used_at IS NULL OR o.last_used_at < u.at - interval '1 minute')`,
};

/** The request log: written behind the requests, in batches, bounded, and to the last entry at shutdown. */
@Injectable()
export class ActivityLog implements OnApplicationShutdown {
  private readonly logger = new Logger(ActivityLog.name);
  private waiting: ActivityEntry[] = [];
  private timer?: NodeJS.Timeout;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly listener?: ActivityListener,
  ) {}

  /** Never throws and never waits. */
  record(entry: ActivityEntry): void {
    this.listener?.finished(entry);
    if (this.waiting.length >= MOST_WAITING) return;
    this.waiting.push(entry);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS);
  }

  /** Resolves when everything recorded so far is written, or given up. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const entries = this.waiting;
    this.waiting = [];
    this.flushing = this.flushing.then(() => this.write(entries));
    return this.flushing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private async write(entries: readonly ActivityEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; from += BATCH) {
      const batch = withIds(entries.slice(from, from + BATCH));
      // The first attempt may meet a connection that is gone; what it did write the second one passes over.
      await this.writeBatch(batch)
        .catch(() => this.writeBatch(batch))
        .catch((error: unknown) => this.logger.error(`${batch.length} entries of the request log were lost.`, error));
    }
  }

  private async writeBatch(batch: readonly StoredEntry[]): Promise<void> {
    await runPrepared(this.dataSource, INSERT, [JSON.stringify(batch)]);
    const uses = batch.filter(({ tokenId }) => tokenId !== undefined);
    await runPrepared(this.dataSource, TOUCH, [JSON.stringify(lastOfEach(uses, 'tokenId'))]);
    const byClients = uses.filter(({ oauthClientId }) => oauthClientId !== undefined);
    if (byClients.length === 0) return;
    await runPrepared(this.dataSource, TOUCH_CLIENT, [JSON.stringify(lastOfEach(byClients, 'oauthClientId'))]);
  }
}

type StoredEntry = ActivityEntry & { readonly id: string };

/** Ids whose order is the order of the entries; what is random in them is drawn once a batch. */
function withIds(entries: readonly ActivityEntry[]): StoredEntry[] {
  const random = randomBytes(16);
  return entries.map((entry, seq) => ({ ...entry, id: v7({ random, seq, msecs: entry.at.getTime() }) }));
}

const lastOfEach = (entries: readonly ActivityEntry[], credential: 'tokenId' | 'oauthClientId') => [
  ...new Map(entries.map((entry) => [entry[credential], entry])).values(),
];
