import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MembersModule } from '../members/members.module.js';
import { UsersModule } from '../users/users.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { InvitationMail } from './invitation-mail.service.js';
import { InvitationsService } from './invitations.service.js';
import { LinkGuesses } from './link-guesses.js';

/** Invitations by e-mail. */
@Module({
  imports: [AuditModule, MailModule, MembersModule, UsersModule],
  providers: [InvitationsService, AcceptanceService, InvitationMail, LinkGuesses],
  exports: [InvitationsService, AcceptanceService],
})
export class InvitationsModule {}
