import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { DatabaseModule } from '../database/database.module.js';
import { EventsModule } from '../events/events.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { scim } from '../scim.js';
import { SetupModule } from '../setup/setup.module.js';

/** What an operator has to do with: the application without its screens, for loading those would double the wait. */
@Module({})
export class OperatorModule {
  static forRoot(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.forRoot(settings),
        DatabaseModule.forRoot({ url: databaseUrl, poolSize: settings.databasePool }),
        OperationsModule,
        scim,
        SetupModule,
        EventsModule,
      ],
    };
  }
}
