import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/alerts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { scim } from '../scim.js';
import { ConnectionWatches } from './connection-watches.service.js';
import { MassDeactivationWatch } from './mass-deactivation-watch.service.js';
import { MassDeactivationsService } from './mass-deactivations.service.js';
import { OffboardingsService } from './offboardings.service.js';

/** Who lost access; and when a directory took it from many at once. */
@Module({
  imports: [AlertsModule, AuditModule, ProvisioningModule, scim],
  providers: [OffboardingsService, MassDeactivationsService, MassDeactivationWatch, ConnectionWatches],
  exports: [OffboardingsService, MassDeactivationsService, MassDeactivationWatch, ConnectionWatches],
})
export class OffboardingModule {}
