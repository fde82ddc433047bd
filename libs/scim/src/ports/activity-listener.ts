import type { Leniency } from '../core/dialects/leniency.js';

/** What a request was about: what it did, or would have done. */
export const ACTIVITY_KINDS = [
  'create',
  'update',
  'deactivate',
  'reactivate',
  'delete',
  'group',
  'bulk',
  'read',
  'other',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One request of an identity provider and what came of it. Holds names of attributes, never their values. */
export interface ActivityEntry {
  readonly connectionId: string;
  readonly tokenId?: string;
  /** The OAuth client whose access token it is, or that asks for one. */
  readonly oauthClientId?: string;
  readonly at: Date;
  readonly requestId: string;
  readonly method: string;
  /** What was asked for, e.g. `Users.patch`. */
  readonly operation: string;
  readonly kind: ActivityKind;
  readonly resourceId?: string;
  readonly status: number;
  readonly scimType?: string;
  readonly detail?: string;
  readonly changed: readonly string[];
  readonly leniencies: readonly Leniency[];
  readonly durationMs: number;
  readonly clientAddress?: string;
  readonly client?: string;
  /** The refused request that this one applied again. */
  readonly retryOf?: string;
}

/**
 * Told of every finished exchange, after its answer is decided, e.g. to count it. Is quick, makes nobody wait, and throws
 * for no entry, whatever is absent from it.
 */
export abstract class ActivityListener {
  abstract finished(entry: ActivityEntry): void;
}
