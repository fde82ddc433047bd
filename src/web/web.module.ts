import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { IdentityModule } from '../identity/identity.module.js';
import { ConfirmController } from './access/fresh-sign-in/confirm.controller.js';
import { AssetsController } from './assets/assets.controller.js';
import { HomeController } from './home.controller.js';
import { PageErrorFilter } from './page/page-error.filter.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SsoModule } from './sso/sso.module.js';

/** What every screen stands on: assets, sign-in, error pages, and the guard for people. */
@Module({
  imports: [IdentityModule, SsoModule],
  controllers: [HomeController, AssetsController, SignInController, ConfirmController],
  providers: [{ provide: APP_FILTER, useClass: PageErrorFilter }],
  exports: [IdentityModule, SsoModule],
})
export class WebModule {}
