import type { Leniency } from '../core/dialects/leniency.js';

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
  readonly resourceId?: string;
  readonly status: number;
  readonly scimType?: string;
  readonly detail?: string;
  readonly changed: readonly string[];
  readonly leniencies: readonly Leniency[];
  readonly durationMs: number;
  readonly clientAddress?: string;
  readonly client?: string;
}

/**
 * Told of every finished exchange, after its answer is decided, e.g. to count it. Is quick, makes nobody wait, and throws
 * for no entry, whatever is absent from it.
 */
export abstract class ActivityListener {
  abstract finished(entry: ActivityEntry): void;
}
