import { Module } from '@nestjs/common';
import { scim } from '../../scim.js';
import { WebModule } from '../../web/web.module.js';
import { ProviderActions } from './provider-actions.service.js';
import { ProvidersScreenService } from './providers-screen.service.js';
import { ProvidersController } from './providers.controller.js';

/** *Settings → Identity → Providers*. */
@Module({
  imports: [WebModule, scim],
  controllers: [ProvidersController],
  providers: [ProvidersScreenService, ProviderActions],
})
export class ProvidersModule {}
