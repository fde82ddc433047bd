import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { MembersModule } from '../members/members.module.js';
import { ApiKeysController } from './api-keys.controller.js';
import { AuditController } from './audit.controller.js';
import { AuthController } from './auth.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { MeController } from './me.controller.js';
import { MembersController } from './members.controller.js';

/** The product's JSON routes, `/api/v1`. */
@Module({
  imports: [ApiKeysModule, AuditModule, IdentityModule, InvitationsModule, MembersModule],
  controllers: [
    AuthController,
    MeController,
    ApiKeysController,
    MembersController,
    InvitationsController,
    AuditController,
  ],
})
export class ApiModule {}
