import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';

/** What the classes that fill SCIM's ports need of the monolith: for `imports` of `ScimModule.forRootAsync()`. */
@Module({ imports: [AuditModule, MembersModule], exports: [AuditModule, MembersModule] })
export class ProvisioningModule {}
