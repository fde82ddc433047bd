import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { scim } from '../scim.js';
import { ConnectionAdmissionsService } from './connection-admissions.service.js';

/** Whom connections let in, for the command line too. */
@Module({
  imports: [AuditModule, scim],
  providers: [ConnectionAdmissionsService],
  exports: [ConnectionAdmissionsService],
})
export class ConnectionAdmissionsModule {}
