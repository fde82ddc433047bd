import { Get, Query } from '@nestjs/common';
import { type AuditPage, AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import { CurrentPerson, RequirePermission } from './access.decorators.js';
import { ListAuditDto } from './audit.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** The organization's audit log. */
@ProductController('audit')
export class AuditController {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @RequirePermission('audit:view')
  list(
    @Query() { limit, before }: ListAuditDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
  ): Promise<AuditPage> {
    return this.audit.list(this.transactions.single, organizationId, limit, before);
  }
}
