import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { scim } from '../scim.js';
import { WebModule } from '../web/web.module.js';
import { MembersController } from './members/members.controller.js';
import { MembersScreenService } from './members/members-screen.service.js';

/** The screens of *Settings*. */
@Module({
  imports: [WebModule, MembersModule, scim],
  controllers: [MembersController],
  providers: [MembersScreenService],
})
export class SettingsModule {}
