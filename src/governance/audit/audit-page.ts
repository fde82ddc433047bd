import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import type { AuditFindings } from '../../audit/search-audit.js';
import type { AuditQuery } from './audit-query.js';

/** One page of *Governance → Audit*. */
export interface AuditPage {
  readonly query: AuditQuery;
  readonly entries: readonly AuditEntry[];
  /** Where the older page begins. */
  readonly next: string | undefined;
  /** The last entry that was looked at, where older ones may fit and the page is not full. */
  readonly lookedTo: AuditFindings['lookedTo'];
  /** Whether looking was given up. */
  readonly tookTooLong: boolean;
}
