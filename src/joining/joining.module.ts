import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { WebModule } from '../web/web.module.js';
import { JoiningController } from './joining.controller.js';
import { JoiningService } from './joining.service.js';

/** The page to which an invitation's link leads. */
@Module({ imports: [WebModule, InvitationsModule], controllers: [JoiningController], providers: [JoiningService] })
export class JoiningModule {}
