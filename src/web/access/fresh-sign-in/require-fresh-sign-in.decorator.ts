import { applyDecorators, UseGuards } from '@nestjs/common';
import { FormPage } from './form-page.decorator.js';
import { FreshSignInGuard } from './fresh-sign-in.guard.js';

/**
 * The route of a `@ScreenController` is for those who proved a short while ago who they are; others prove it first, and
 * come back to the page, or go on with the form that they sent.
 * @param formPage where the form of a POST is, relative to its own path: that very path unless told otherwise
 */
export const RequireFreshSignIn = (formPage = ''): MethodDecorator =>
  applyDecorators(FormPage(formPage), UseGuards(FreshSignInGuard));
