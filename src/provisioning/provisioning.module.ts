import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';
import { MemberRolesService } from './roles/member-roles.service.js';
import { RoleMappingsService } from './roles/role-mappings.service.js';
import { UserLookups } from './user-lookups.js';

/**
 * What groups of directories mean, and what the classes that fill SCIM's ports need of the monolith: for `imports` of
 * `ScimModule.forRootAsync()`.
 */
@Module({
  imports: [AuditModule, MembersModule],
  providers: [MemberRolesService, RoleMappingsService, UserLookups],
  exports: [AuditModule, MembersModule, MemberRolesService, RoleMappingsService, UserLookups],
})
export class ProvisioningModule {}
