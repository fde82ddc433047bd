import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { UsersModule } from '../users/users.module.js';
import { DirectoryMembersService } from './directory-members.service.js';
import { ManagedMembersService } from './managed-members.service.js';
import { ManualMembersService } from './manual-members.service.js';
import { MembersService } from './members.service.js';
import { RecoveryAdministratorsService } from './recovery-administrators.service.js';

const SERVICES = [
  MembersService,
  ManualMembersService,
  DirectoryMembersService,
  ManagedMembersService,
  RecoveryAdministratorsService,
] as const;

/** Members of organizations: what administrators do with them, what they do by hand, and what directories do. */
@Module({
  imports: [AuditModule, UsersModule],
  providers: [...SERVICES],
  exports: [...SERVICES],
})
export class MembersModule {}
