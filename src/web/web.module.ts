import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { IdentityModule } from '../identity/identity.module.js';
import { ConfirmController } from './access/fresh-sign-in/confirm.controller.js';
import { AssetsController } from './assets/assets.controller.js';
import { HomeController } from './home.controller.js';
import { PageErrorFilter } from './page/page-error.filter.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** What every screen stands on: assets, sign-in, error pages, and the guard for people. */
@Module({
  imports: [IdentityModule],
  controllers: [HomeController, AssetsController, SignInController, ConfirmController],
  providers: [{ provide: APP_FILTER, useClass: PageErrorFilter }],
  exports: [IdentityModule],
})
export class WebModule {}
