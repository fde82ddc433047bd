import type { ActivityRecord, Retriable } from '@ruleforge/scim';
import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import type { ActivityQuery } from './activity-query.js';

/** Whom or what a request was about, as far as that is known. */
export type ActivitySubject =
  | { readonly kind: 'member'; readonly name: string; readonly email: string | null }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string };

/** A request, and whom it was about. */
export interface ActivityRow {
  readonly entry: ActivityRecord;
  readonly subject: ActivitySubject | undefined;
}

/** One page of *Activity*. */
export interface ActivityPage {
  readonly connection: ListedConnection;
  readonly query: ActivityQuery;
  readonly rows: readonly ActivityRow[];
  /** Where older requests begin; absent on the last page. */
  readonly older: string | undefined;
}

/** One request, and all that is known of it. */
export interface RequestPage extends ActivityRow {
  readonly connection: ListedConnection;
  /** The token that was used, by its label. */
  readonly credential: string | undefined;
  readonly changes: readonly AuditEntry[];
  /** Of a refused or failed write, whether it can be applied again. */
  readonly retriable: Retriable | undefined;
}
