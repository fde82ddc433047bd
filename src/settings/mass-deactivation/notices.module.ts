import { Global, Module } from '@nestjs/common';
import { OffboardingModule } from '../../offboarding/offboarding.module.js';
import { Notices } from '../../web/layout/notices.js';
import { MassDeactivationNotices } from './mass-deactivation-notices.service.js';

/** What screens tell besides what they show; global, as every module with a screen asks for it. */
@Global()
@Module({
  imports: [OffboardingModule],
  providers: [{ provide: Notices, useClass: MassDeactivationNotices }],
  exports: [Notices],
})
export class NoticesModule {}
