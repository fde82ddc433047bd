import type { Leniency } from '../core/dialects/leniency.js';
import type { ActivityKind } from '../ports/activity-listener.js';

export const ACTIVITY_OUTCOMES = ['ok', 'tolerated', 'refused', 'failed'] as const;

/** What came of a request: done, done though it was not as the RFC has it, refused to its sender, or failed by us. */
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

/** An entry of the request log as it is kept. */
export interface ActivityRecord {
  /** A UUID of version 7: the order of ids is the order of arrival. */
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly method: string;
  readonly operation: string;
  readonly kind: ActivityKind;
  readonly outcome: ActivityOutcome;
  readonly resourceId: string | null;
  readonly status: number;
  readonly scimType: string | null;
  readonly detail: string | null;
  readonly changed: readonly string[];
  readonly leniencies: readonly Leniency[];
  readonly durationMs: number;
  readonly clientAddress: string | null;
  readonly client: string | null;
  readonly tokenId: string | null;
  readonly retryOf: string | null;
}

/** Of `scim_activity a`. */
export const ACTIVITY_COLUMNS = `
  a.id, a.at, a.request_id AS "requestId", a.method, a.operation, a.kind, a.outcome, a.resource_id AS "resourceId",
  a.status, a.scim_type AS "scimType", a.detail, a.changed, a.leniencies, a.duration_ms AS "durationMs",
  a.client_address AS "clientAddress", a.client, a.token_id AS "tokenId", a.retry_of AS "retryOf"`;
