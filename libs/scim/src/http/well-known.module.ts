import { type DynamicModule, Module } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { WellKnownMetadataController } from './authorization-server.controllers.js';

/** What lies beside the path where the module is mounted: RFC 8615 puts it at the root of the host. */
@Module({})
export class WellKnownModule {
  /** `settings` is the module that exports `Addresses`. */
  static beside(path: string, settings: DynamicModule): DynamicModule {
    const wellKnown = `.well-known/oauth-authorization-server/${path}`;
    return {
      module: WellKnownModule,
      imports: [settings, RouterModule.register([{ path: wellKnown, module: WellKnownModule }])],
      controllers: [WellKnownMetadataController],
    };
  }
}
