import { type DynamicModule, Module } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { ApiModule } from './api/api.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { GovernanceModule } from './governance/governance.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { scim } from './scim.js';
import { SettingsModule } from './settings/settings.module.js';
import { SetupModule } from './setup/setup.module.js';
import { WebModule } from './web/web.module.js';

/** The whole application, whatever serves it: HTTP, or a command line. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings),
        DatabaseModule.forRoot({ url: databaseUrl, poolSize: settings.databasePool }),
        OperationsModule,
        scim,
        ApiModule,
        WebModule,
        AccountModule,
        SettingsModule,
        GovernanceModule,
        SetupModule,
      ],
    };
  }
}
