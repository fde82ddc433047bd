import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { scim } from '../scim.js';
import { ConnectionWatches } from './connection-watches.service.js';
import { MassDeactivationWatch } from './mass-deactivation-watch.service.js';
import { MassDeactivationsService } from './mass-deactivations.service.js';
import { OffboardingsService } from './offboardings.service.js';

/** Who lost access; and when a directory took it from many at once. */
@Module({
  imports: [AuditModule, MailModule, ProvisioningModule, scim],
  providers: [OffboardingsService, MassDeactivationsService, MassDeactivationWatch, ConnectionWatches],
  exports: [OffboardingsService, MassDeactivationsService, MassDeactivationWatch, ConnectionWatches],
})
export class OffboardingModule {}
