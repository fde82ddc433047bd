import { Injectable } from '@nestjs/common';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { Settings } from '../../config/settings.js';
import { runStatement } from '../../database/statement.js';
import { Transactions } from '../../database/transactions.js';
import { EventMetrics } from '../deliveries/event-metrics.service.js';
import type { EventDelivery } from '../event-types.js';
import { isStreamToken, isTokenOf } from '../receivers/mint-secret.js';
import { EventKeys, SIGNING_ALGORITHM } from './event-keys.service.js';
import { ACKNOWLEDGE, FIND_STREAM, LIST_PENDING, TOUCH_STREAM } from './event-streams.statements.js';
import { representEvent } from './represent-event.js';
import { StreamWaits } from './stream-waits.service.js';

/** A stream whose token somebody has shown. */
export interface EventStream {
  readonly organizationId: string;
  readonly id: string;
  readonly audience: string;
}

/** RFC 8936 §2.2. */
export interface StreamPoll {
  readonly maxEvents: number;
  readonly returnImmediately: boolean;
  /** `jti`s of tokens that need not be given again. */
  readonly ack: readonly string[];
  /** By `jti`, what was wrong with a token. */
  readonly setErrs: ReadonlyMap<string, string>;
}

/** RFC 8936 §2.3. */
export interface StreamAnswer {
  readonly sets: Readonly<Record<string, string>>;
  readonly moreAvailable: boolean;
}

type StreamRow = EventStream & {
  readonly digest: Buffer | null;
  readonly previousDigest: Buffer | null;
  readonly stale: boolean;
} & Record<string, unknown>;

/** Streams of security event tokens, for receivers that poll (RFC 8936). What is not acknowledged is given again. */
@Injectable()
export class EventStreams {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: EventKeys,
    private readonly waits: StreamWaits,
    private readonly metrics: EventMetrics,
    private readonly settings: Settings,
  ) {}

  /** The stream of that id, which is a UUID, if the token is its own. */
  async find(id: string, token: string): Promise<EventStream | undefined> {
    if (!isStreamToken(token)) return undefined;
    const { single } = this.transactions;
    const [row] = await runStatement<StreamRow>(single, FIND_STREAM, [id]);
    if (!row || !(isTokenOf(token, row.digest) || isTokenOf(token, row.previousDigest))) return undefined;
    const { organizationId, audience, stale } = row;
    if (stale) await runStatement(single, TOUCH_STREAM, [organizationId, id]);
    return { organizationId, id, audience };
  }

  /** Waits for an event, for a bounded time and holding nothing, when there is none and the receiver does not mind. */
  async poll(stream: EventStream, { maxEvents, returnImmediately, ack, setErrs }: StreamPoll): Promise<StreamAnswer> {
    await this.acknowledge(stream, ack, setErrs);
    const patience = returnImmediately || maxEvents === 0 ? 0 : this.settings.eventsLongPollSeconds * 1_000;
    const until = performance.now() + patience;
    let found = await this.pending(stream, maxEvents + 1);
    if (found.length === 0 && patience > 0) {
      await this.waits.wait(stream, until - performance.now());
      found = await this.pending(stream, maxEvents + 1);
    }
    return { sets: await this.sign(stream, found.slice(0, maxEvents)), moreAvailable: found.length > maxEvents };
  }

  private pending({ organizationId, id }: EventStream, most: number): Promise<EventDelivery[]> {
    const values = [organizationId, id, most];
    return runStatement<EventDelivery & Record<string, unknown>>(this.transactions.single, LIST_PENDING, values);
  }

  private async acknowledge(
    { organizationId, id }: EventStream,
    ack: StreamPoll['ack'],
    setErrs: StreamPoll['setErrs'],
  ): Promise<void> {
    if (ack.length + setErrs.size === 0) return;
    const ids = [...ack, ...setErrs.keys()];
    const errors = [...ack.map(() => null), ...setErrs.values()];
    const settled = await runStatement<{ state: 'delivered' | 'dead' }>(this.transactions.single, ACKNOWLEDGE, [
      ...[organizationId, id, ids, errors],
    ]);
    for (const { state } of settled) this.metrics.count('stream', state);
  }

  private async sign({ audience }: EventStream, deliveries: readonly EventDelivery[]): Promise<StreamAnswer['sets']> {
    if (deliveries.length === 0) return {};
    const { id: kid, privateKey } = await this.keys.signing(this.transactions.single);
    const key = await importJWK(privateKey, SIGNING_ALGORITHM);
    const header = { alg: SIGNING_ALGORITHM, kid, typ: 'secevent+jwt' };
    const signed = deliveries.map(async (delivery) => {
      const claims = new SignJWT(this.claimsOf(delivery, audience)).setProtectedHeader(header);
      return [delivery.id, await claims.sign(key)] as const;
    });
    return Object.fromEntries(await Promise.all(signed));
  }

  private claimsOf(delivery: EventDelivery, audience: string): JWTPayload {
    return {
      iss: this.settings.publicUrl,
      iat: Math.floor(Date.now() / 1_000),
      jti: delivery.id,
      aud: audience,
      txn: delivery.auditEntryId,
      toe: Math.floor(delivery.occurredAt.getTime() / 1_000),
      ...representEvent(delivery),
    };
  }
}
