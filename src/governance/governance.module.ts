import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { WebModule } from '../web/web.module.js';
import { AuditExportService } from './audit/audit-export.service.js';
import { AuditScreenService } from './audit/audit-screen.service.js';
import { AuditScreenController } from './audit/audit.controller.js';

/** The screens of *Governance*. */
@Module({
  imports: [WebModule, AuditModule],
  controllers: [AuditScreenController],
  providers: [AuditScreenService, AuditExportService],
})
export class GovernanceModule {}
