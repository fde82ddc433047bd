import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { scim } from '../scim.js';
import { WebModule } from '../web/web.module.js';
import { AccountActions } from './account-actions.service.js';
import { AccountScreenService } from './account-screen.service.js';
import { AccountController } from './account.controller.js';

/** The screen of one's own account. */
@Module({
  imports: [WebModule, MembersModule, scim],
  controllers: [AccountController],
  providers: [AccountScreenService, AccountActions],
})
export class AccountModule {}
