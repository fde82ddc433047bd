import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/alerts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';
import { scim } from '../scim.js';
import { ConnectionAdmissionsModule } from './connection-admissions.module.js';
import { ConnectionClientsService } from './connection-clients.service.js';
import { ConnectionLifeService } from './connection-life.service.js';
import { ConnectionRemovalService } from './connection-removal.service.js';
import { ConnectionSetupsService } from './connection-setups.service.js';
import { ConnectionTokensService } from './connection-tokens.service.js';
import { CredentialWatch } from './credential-watch.service.js';
import { CredentialWarningsService } from './credential-warnings.service.js';
import { FirstContactService } from './first-contact.service.js';

const SERVICES = [
  ConnectionSetupsService,
  ConnectionTokensService,
  ConnectionClientsService,
  ConnectionLifeService,
  ConnectionRemovalService,
  CredentialWarningsService,
  CredentialWatch,
  FirstContactService,
] as const;

/** What administrators do with connections of identity providers, from the first draft to the removal. */
@Module({
  imports: [AlertsModule, AuditModule, ConnectionAdmissionsModule, MembersModule, scim],
  providers: [...SERVICES],
  exports: [...SERVICES, ConnectionAdmissionsModule],
})
export class ConnectionsModule {}
