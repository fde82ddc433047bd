import { Module } from '@nestjs/common';
import { ConnectionAdmissionsModule } from '../connections/connection-admissions.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MembersModule } from '../members/members.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { scim } from '../scim.js';
import { WebModule } from '../web/web.module.js';
import { InvitationsScreenController } from './invitations/invitations.controller.js';
import { InvitationsScreenService } from './invitations/invitations-screen.service.js';
import { MemberController } from './member/member.controller.js';
import { MemberScreenService } from './member/member-screen.service.js';
import { MembersController } from './members/members.controller.js';
import { MembersScreenService } from './members/members-screen.service.js';
import { ProjectsScreenController } from './projects/projects.controller.js';
import { ProjectsScreenService } from './projects/projects-screen.service.js';

/** *Settings → Members*: organization members, pending invitations, per-project access. */
@Module({
  imports: [WebModule, ConnectionAdmissionsModule, InvitationsModule, MailModule, MembersModule, ProjectsModule, scim],
  // An address that says `invitations` must not be taken for a member's: on Express the first match answers.
  controllers: [MembersController, InvitationsScreenController, MemberController, ProjectsScreenController],
  providers: [MembersScreenService, InvitationsScreenService, MemberScreenService, ProjectsScreenService],
})
export class PeopleModule {}
