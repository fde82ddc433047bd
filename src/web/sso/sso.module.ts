import { Module } from '@nestjs/common';
import { IdentityProvidersModule } from '../../identity-providers/identity-providers.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { BackChannelController } from './back-channel.controller.js';
import { BrowserCookie } from './browser-cookie.service.js';
import { Departures } from './departures.service.js';
import { RequestRateGuard } from './request-rate.guard.js';
import { SsoController } from './sso.controller.js';
import { TestScreen } from './test-screen.service.js';

/** Sign-in through identity providers, for browsers. */
@Module({
  imports: [IdentityModule, IdentityProvidersModule],
  controllers: [SsoController, BackChannelController],
  providers: [BrowserCookie, Departures, RequestRateGuard, TestScreen],
  exports: [IdentityProvidersModule, BrowserCookie, Departures, RequestRateGuard],
})
export class SsoModule {}
