import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { MembersModule } from '../members/members.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { ApiKeysController } from './api-keys.controller.js';
import { AuditController } from './audit.controller.js';
import { AuthController } from './auth.controller.js';
import { EventReceiversController } from './event-receivers.controller.js';
import { EventStreamsController } from './event-streams.controller.js';
import { SsfConfigurationController } from './ssf-configuration.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { MeController } from './me.controller.js';
import { MembersController } from './members.controller.js';
import { ProjectsController } from './projects.controller.js';
import { RoleMappingsController } from './role-mappings.controller.js';

/** The product's JSON routes, `/api/v1`. */
@Module({
  imports: [
    ApiKeysModule,
    AuditModule,
    EventsModule,
    IdentityModule,
    InvitationsModule,
    MembersModule,
    ProjectsModule,
    ProvisioningModule,
  ],
  controllers: [
    AuthController,
    MeController,
    ApiKeysController,
    MembersController,
    InvitationsController,
    AuditController,
    ProjectsController,
    RoleMappingsController,
    EventReceiversController,
    EventStreamsController,
    SsfConfigurationController,
  ],
})
export class ApiModule {}
