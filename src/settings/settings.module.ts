import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { scim } from '../scim.js';
import { WebModule } from '../web/web.module.js';
import { ApiKeysScreenModule } from './api-keys/api-keys.module.js';
import { MembersController } from './members/members.controller.js';
import { MembersScreenService } from './members/members-screen.service.js';
import { ProvidersModule } from './providers/providers.module.js';
import { ProvisioningController } from './provisioning/provisioning.controller.js';
import { ProvisioningScreenService } from './provisioning/provisioning-screen.service.js';
import { RoleMappingActions } from './role-mapping/role-mapping-actions.service.js';
import { RoleMappingScreenService } from './role-mapping/role-mapping-screen.service.js';
import { RoleMappingController } from './role-mapping/role-mapping.controller.js';

/** The screens of *Settings*. */
@Module({
  imports: [WebModule, MembersModule, ProjectsModule, ProvisioningModule, scim, ApiKeysScreenModule, ProvidersModule],
  controllers: [MembersController, ProvisioningController, RoleMappingController],
  providers: [MembersScreenService, ProvisioningScreenService, RoleMappingScreenService, RoleMappingActions],
})
export class SettingsModule {}
