import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { ConnectionsModule } from '../../connections/connections.module.js';
import { MembersModule } from '../../members/members.module.js';
import { OffboardingModule } from '../../offboarding/offboarding.module.js';
import { scim } from '../../scim.js';
import { IdentityProvidersModule } from '../../identity-providers/identity-providers.module.js';
import { WebModule } from '../../web/web.module.js';
import { ActivityController } from '../activity/activity.controller.js';
import { ActivityScreenService } from '../activity/activity-screen.service.js';
import { ActivitySubjects } from '../activity/activity-subjects.service.js';
import { HealthController } from '../health/health.controller.js';
import { HealthScreenService } from '../health/health-screen.service.js';
import { MassDeactivationController } from '../mass-deactivation/mass-deactivation.controller.js';
import { MassDeactivationScreenService } from '../mass-deactivation/mass-deactivation-screen.service.js';
import { NoticesModule } from '../mass-deactivation/notices.module.js';
import { OffboardingController } from '../offboarding/offboarding.controller.js';
import { OffboardingScreenService } from '../offboarding/offboarding-screen.service.js';
import { SignInCheckController } from '../sign-in-check/sign-in-check.controller.js';
import { SignInCheckScreenService } from '../sign-in-check/sign-in-check-screen.service.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';

/** The screens that tell what one connection does. */
@Module({
  imports: [
    NoticesModule,
    ConnectionsModule,
    IdentityProvidersModule,
    WebModule,
    AuditModule,
    MembersModule,
    OffboardingModule,
    scim,
  ],
  controllers: [
    ActivityController,
    HealthController,
    OffboardingController,
    MassDeactivationController,
    SignInCheckController,
  ],
  providers: [
    ProvisioningScreenService,
    SignInCheckScreenService,
    ActivityScreenService,
    ActivitySubjects,
    HealthScreenService,
    OffboardingScreenService,
    MassDeactivationScreenService,
  ],
})
export class ConnectionScreensModule {}
