import { createParamDecorator, type ExecutionContext, InternalServerErrorException } from '@nestjs/common';
import type { PersonInSession } from '../../sessions/session.js';
import type { WebRequest } from '../page/web-request.js';

/** The person who asked, as `SignedInGuard` found out. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext) => personOf(context));

/** @throws InternalServerErrorException on a page that is for anybody */
export function personOf(context: ExecutionContext): PersonInSession {
  const { person } = context.switchToHttp().getRequest<WebRequest>();
  if (!person) throw new InternalServerErrorException('A public page has no person: use @ScreenController.');
  return person;
}
