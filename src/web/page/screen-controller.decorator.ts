import { applyDecorators, Controller, UseGuards, UseInterceptors, UsePipes, ValidationPipe } from '@nestjs/common';
import { PermittedGuard } from '../access/permitted.guard.js';
import { SignedInGuard } from '../access/signed-in.guard.js';
import { HtmlInterceptor } from './html.interceptor.js';

/** A controller whose routes are pages for anybody. */
export const PublicScreenController = (path = ''): ClassDecorator =>
  applyDecorators(
    Controller(path),
    UseInterceptors(HtmlInterceptor),
    UsePipes(new ValidationPipe({ whitelist: true, transform: true })),
  );

/**
 * A controller whose routes are pages for people who are signed in; others are sent to sign in and come back. With
 * `@RequirePermission` not all of them may see it.
 */
export const ScreenController = (path: string): ClassDecorator =>
  applyDecorators(PublicScreenController(path), UseGuards(SignedInGuard, PermittedGuard));
