import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';
import { UsersModule } from '../users/users.module.js';
import { InvitationsService } from './invitations.service.js';

/** Invitations by e-mail. */
@Module({
  imports: [AuditModule, MembersModule, UsersModule],
  providers: [InvitationsService],
  exports: [InvitationsService],
})
export class InvitationsModule {}
