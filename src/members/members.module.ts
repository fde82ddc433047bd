import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { UsersModule } from '../users/users.module.js';
import { DirectoryMembersService } from './directory-members.service.js';
import { ManualMembersService } from './manual-members.service.js';
import { MembersService } from './members.service.js';

/** Members of organizations: what administrators do with them, what they do by hand, and what directories do. */
@Module({
  imports: [AuditModule, UsersModule],
  providers: [MembersService, ManualMembersService, DirectoryMembersService],
  exports: [MembersService, ManualMembersService, DirectoryMembersService],
})
export class MembersModule {}
