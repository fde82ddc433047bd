import { type DynamicModule, Module } from '@nestjs/common';
import { Addresses } from './http/addresses.js';
import { SCIM_PATH, SCIM_SETTINGS, type ScimAsyncOptions, type ScimSettings } from './scim.options.js';

/** What the host's factory made, once, for all parts of one mounting. */
@Module({})
export class ScimSettingsModule {
  static of({ imports = [], inject = [], useFactory }: ScimAsyncOptions, path: string): DynamicModule {
    return {
      module: ScimSettingsModule,
      imports,
      providers: [
        { provide: SCIM_PATH, useValue: path },
        { provide: SCIM_SETTINGS, useFactory, inject },
        {
          provide: Addresses,
          inject: [SCIM_SETTINGS],
          useFactory: ({ publicUrl }: ScimSettings) => new Addresses(publicUrl, path),
        },
      ],
      exports: [SCIM_PATH, SCIM_SETTINGS, Addresses],
    };
  }
}
