import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { MembersModule } from '../members/members.module.js';
import { scim } from '../scim.js';
import { WebModule } from '../web/web.module.js';
import { ConnectionDesk } from './connection/connection-desk.service.js';
import { ConnectionSettingsController } from './connection-settings/connection-settings.controller.js';
import { RemovalController } from './connection-settings/removal.controller.js';
import { NewConnectionController } from './connection-setup/new-connection.controller.js';
import { SetUpController } from './connection-setup/set-up.controller.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { CredentialsActions } from './credentials/credentials-actions.service.js';
import { CredentialsScreenService } from './credentials/credentials-screen.service.js';

/** The screens about one connection, from the set-up to the removal. */
@Module({
  imports: [WebModule, MembersModule, ConnectionsModule, scim],
  controllers: [
    NewConnectionController,
    SetUpController,
    CredentialsController,
    ConnectionSettingsController,
    RemovalController,
  ],
  providers: [ConnectionDesk, CredentialsScreenService, CredentialsActions],
  exports: [ConnectionsModule],
})
export class ConnectionLifeModule {}
