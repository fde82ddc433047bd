import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import type { AuditQuery } from './audit-query.js';

/** One page of *Governance → Audit*. */
export interface AuditPage {
  readonly query: AuditQuery;
  readonly entries: readonly AuditEntry[];
  /** Where the older page begins. */
  readonly next: string | undefined;
  /** Whether looking was given up. */
  readonly tookTooLong: boolean;
}
