import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../../api-keys/api-keys.module.js';
import { WebModule } from '../../web/web.module.js';
import { ApiKeysActions } from './api-keys-actions.service.js';
import { ApiKeysScreenService } from './api-keys-screen.service.js';
import { ApiKeysScreenController } from './api-keys.controller.js';

/** *Settings → API keys*. */
@Module({
  imports: [WebModule, ApiKeysModule],
  controllers: [ApiKeysScreenController],
  providers: [ApiKeysScreenService, ApiKeysActions],
})
export class ApiKeysScreenModule {}
