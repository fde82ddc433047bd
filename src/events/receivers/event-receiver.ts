import type { EventType } from '../event-types.js';

/** Somebody outside whom an organization tells what happens to its members and groups. */
export interface EventReceiver {
  readonly organizationId: string;
  readonly id: string;
  /** A webhook is sent events; a stream is polled for them. */
  readonly kind: 'webhook' | 'stream';
  readonly name: string;
  /** A paused one is told later, a disabled one never of what happens meanwhile. */
  readonly state: 'active' | 'paused' | 'disabled';
  /** What it is told of; everything when null. */
  readonly types: readonly EventType[] | null;
  /** Of a webhook. */
  readonly url: string | null;
  /** Of a stream: for whom its tokens are meant. */
  readonly audience: string | null;
  /** Of a stream: how its bearer token begins. */
  readonly tokenPrefix: string | null;
  /** Since when every attempt has failed. */
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly createdAt: Date;
}

/** The columns of an `EventReceiver`, of `event_receivers r`. */
export const RECEIVER_COLUMNS = `
  r.organization_id AS "organizationId", r.id, r.kind, r.name, r.state, r.types, r.url, r.audience,
  r.token_prefix AS "tokenPrefix", r.failing_since AS "failingSince", r.last_success_at AS "lastSuccessAt",
  r.created_at AS "createdAt"`;
