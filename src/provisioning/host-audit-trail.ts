import { Injectable } from '@nestjs/common';
import { AuditTrail, type ConnectionEvent } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';

/** What happens to connections and their tokens stands in the organization's audit log. */
@Injectable()
export class HostAuditTrail extends AuditTrail<EntityManager> {
  constructor(private readonly audit: AuditService) {
    super();
  }

  record(tx: EntityManager, event: ConnectionEvent): Promise<void> {
    return this.audit.record(tx, event);
  }
}
