import { Injectable } from '@nestjs/common';
import { AuditSearchTimedOut } from '../../audit/audit-errors.js';
import { AuditService } from '../../audit/audit.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import type { AuditPage } from './audit-page.js';
import { type AuditQuery, PAGE_SIZE } from './audit-query.js';
import { toAuditCriteria } from './to-audit-criteria.js';

/** Reads *Governance → Audit*: of bounded work, however long the log is. */
@Injectable()
export class AuditScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  async read({ organizationId }: Person, query: AuditQuery): Promise<AuditPage> {
    const criteria = toAuditCriteria(organizationId, query, new Date());
    const wanted = PAGE_SIZE - (query.found ?? 0);
    try {
      const { entries, next, lookedTo } = await this.transactions.run((tx) => this.audit.search(tx, criteria, wanted));
      return { query, entries, next, lookedTo, tookTooLong: false };
    } catch (error) {
      if (!(error instanceof AuditSearchTimedOut)) throw error;
      return { query, entries: [], next: undefined, lookedTo: undefined, tookTooLong: true };
    }
  }
}
