import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { runStatement } from '../../database/statement.js';
import { SecretBox } from '../../secrets/secret-box.service.js';
import type { EventType } from '../event-types.js';
import { EventKeys } from '../streams/event-keys.service.js';
import type { WebhookUrl } from '../webhooks/webhook-urls.service.js';
import type { EventReceiver } from './event-receiver.js';
import { EventReceiverNotFound, NotOfThisKind, TooManyEventReceivers } from './event-receiver-errors.js';
import {
  HOLD_RECEIVERS,
  INSERT_RECEIVER,
  LIST_RECEIVERS,
  LOCK_RECEIVER,
  REMOVE_RECEIVER,
  RETRY_DEAD,
  ROTATE_SECRET,
  UPDATE_RECEIVER,
} from './event-receivers.statements.js';
import { mintStreamToken, mintWebhookSecret } from './mint-secret.js';
import { webhookPurpose } from './webhook-purpose.js';

interface Wish {
  readonly name: string;
  /** Everything when absent. */
  readonly types?: readonly EventType[];
}

export interface WebhookWish extends Wish {
  readonly url: WebhookUrl;
  /** Made when absent. */
  readonly secret?: string;
}

export interface StreamWish extends Wish {
  /** The stream's own id when absent. */
  readonly audience?: string;
}

/** What is absent stays. */
export interface ReceiverChange {
  readonly name?: string;
  /** Everything when null. */
  readonly types?: readonly EventType[] | null;
  readonly url?: WebhookUrl;
  readonly audience?: string;
}

/** With the secret of a webhook or the bearer token of a stream: the only time that it is seen. */
export type ReceiverWithSecret = EventReceiver & { readonly secret: string };

/** A change of all members' roles queues as many events for each, in one statement that may take ten seconds. */
const MOST_RECEIVERS = 5;
const OVERLAP_HOURS = 24;

type Row = EventReceiver & Record<string, unknown>;

/** Who is told of an organization's events. Every change is audited; writes need a transaction. */
@Injectable()
export class EventReceiversService {
  constructor(
    private readonly audit: AuditService,
    private readonly keys: EventKeys,
    private readonly secrets: SecretBox,
  ) {}

  /** @throws TooManyEventReceivers */
  async createWebhook(
    tx: EntityManager,
    organizationId: string,
    { name, types, url, secret = mintWebhookSecret() }: WebhookWish,
    actor: Actor,
  ): Promise<ReceiverWithSecret> {
    const id = v7();
    const sealed = await this.secrets.seal(secret, webhookPurpose(id));
    const columns = [id, 'webhook', name, types ?? null, url, sealed, null, null, null];
    return this.insert(tx, organizationId, columns, secret, actor);
  }

  /** @throws TooManyEventReceivers */
  async createStream(
    tx: EntityManager,
    organizationId: string,
    { name, types, audience }: StreamWish,
    actor: Actor,
  ): Promise<ReceiverWithSecret> {
    await this.keys.signing(tx);
    const [id, token] = [v7(), mintStreamToken()];
    const columns = [id, 'stream', name, types ?? null, null, null, audience ?? id, token.digest, token.prefix];
    return this.insert(tx, organizationId, columns, token.value, actor);
  }

  /** The oldest first. */
  list(tx: EntityManager, organizationId: string): Promise<EventReceiver[]> {
    return runStatement<Row>(tx, LIST_RECEIVERS, [organizationId]);
  }

  /** @throws EventReceiverNotFound, NotOfThisKind */
  async change(
    tx: EntityManager,
    organizationId: string,
    id: string,
    change: ReceiverChange,
    actor: Actor,
  ): Promise<EventReceiver> {
    const { kind } = await this.lock(tx, organizationId, id);
    if (kind === 'stream' && change.url !== undefined) throw new NotOfThisKind('url', kind);
    if (kind === 'webhook' && change.audience !== undefined) throw new NotOfThisKind('audience', kind);
    return this.write(tx, { organizationId, id }, change, 'event_receiver.changed', actor);
  }

  /** Events of the meantime are kept. @throws EventReceiverNotFound */
  pause(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<EventReceiver> {
    return this.write(tx, { organizationId, id }, { state: 'paused' }, 'event_receiver.paused', actor);
  }

  /** Also one that was disabled. @throws EventReceiverNotFound */
  resume(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<EventReceiver> {
    return this.write(tx, { organizationId, id }, { state: 'active' }, 'event_receiver.resumed', actor);
  }

  /** For one that has failed for long: nothing more is queued for it until somebody resumes it. */
  disable(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<EventReceiver> {
    return this.write(tx, { organizationId, id }, { state: 'disabled' }, 'event_receiver.disabled', actor);
  }

  /** @throws EventReceiverNotFound */
  async remove(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const receiver = await this.lock(tx, organizationId, id);
    await runStatement(tx, REMOVE_RECEIVER, [organizationId, id]);
    await this.record(tx, receiver, 'event_receiver.removed', actor);
  }

  /**
   * Another secret, or token; the one before is good for a while yet.
   * @throws EventReceiverNotFound, NotOfThisKind for a stream whose token somebody wants to choose
   */
  async rotateSecret(
    tx: EntityManager,
    organizationId: string,
    id: string,
    { secret, overlapHours = OVERLAP_HOURS }: { readonly secret?: string; readonly overlapHours?: number },
    actor: Actor,
  ): Promise<ReceiverWithSecret> {
    const receiver = await this.lock(tx, organizationId, id);
    const isWebhook = receiver.kind === 'webhook';
    if (!isWebhook && secret !== undefined) throw new NotOfThisKind('secret', receiver.kind);
    const token = isWebhook ? undefined : mintStreamToken();
    const value = token?.value ?? secret ?? mintWebhookSecret();
    const columns = token
      ? [null, token.digest, token.prefix]
      : [await this.secrets.seal(value, webhookPurpose(id)), null, null];
    await runStatement(tx, ROTATE_SECRET, [organizationId, id, overlapHours, ...columns]);
    await this.record(tx, receiver, 'event_receiver.secret_rotated', actor, { overlapHours });
    return { ...receiver, tokenPrefix: token?.prefix ?? null, secret: value };
  }

  /** Queues an event that tells of nothing: `receiver.test`. @throws EventReceiverNotFound */
  async test(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    await this.record(tx, await this.lock(tx, organizationId, id), 'event_receiver.tested', actor);
  }

  /** Gives the events that were given up all their attempts again, and tells how many. @throws EventReceiverNotFound */
  async retry(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<number> {
    const receiver = await this.lock(tx, organizationId, id);
    const { length: events } = await runStatement(tx, RETRY_DEAD, [organizationId, id]);
    await this.record(tx, receiver, 'event_receiver.retried', actor, { events });
    return events;
  }

  private async insert(
    tx: EntityManager,
    organizationId: string,
    columns: readonly unknown[],
    secret: string,
    actor: Actor,
  ): Promise<ReceiverWithSecret> {
    await runStatement(tx, HOLD_RECEIVERS, [organizationId]);
    const [receiver] = await runStatement<Row>(tx, INSERT_RECEIVER, [organizationId, MOST_RECEIVERS, ...columns]);
    if (!receiver) throw new TooManyEventReceivers(MOST_RECEIVERS);
    await this.record(tx, receiver, 'event_receiver.created', actor, detailsOf(receiver));
    return { ...receiver, secret };
  }

  private async write(
    tx: EntityManager,
    { organizationId, id }: Pick<EventReceiver, 'organizationId' | 'id'>,
    change: ReceiverChange & Partial<Pick<EventReceiver, 'state'>>,
    action: string,
    actor: Actor,
  ): Promise<EventReceiver> {
    const before = await this.lock(tx, organizationId, id);
    const { name, state, types, url, audience } = { ...before, ...change };
    const values = [organizationId, id, name, state, types, url, audience];
    const [after = before] = await runStatement<Row>(tx, UPDATE_RECEIVER, values);
    await this.record(tx, after, action, actor, { from: detailsOf(before), to: detailsOf(after) });
    return after;
  }

  private async lock(tx: EntityManager, organizationId: string, id: string): Promise<EventReceiver> {
    const [receiver] = await runStatement<Row>(tx, LOCK_RECEIVER, [organizationId, id]);
    if (!receiver) throw new EventReceiverNotFound();
    return receiver;
  }

  private record(tx: EntityManager, { organizationId, id, name }: EventReceiver, ...more: RecordedEvent) {
    const [action, actor, details = {}] = more;
    const subject = { kind: 'event_receiver', id, name };
    return this.audit.record(tx, { organizationId, actor, action, subject, details });
  }
}

type RecordedEvent = [action: string, actor: Actor, details?: Readonly<Record<string, unknown>>];

/** Paths and queries of webhooks are often secrets. */
const detailsOf = ({ kind, name, state, types, url, audience }: EventReceiver) => ({
  ...{ kind, name, state, types },
  ...(url === null ? { audience } : { origin: new URL(url).origin }),
});
