import { createParamDecorator, type ExecutionContext, InternalServerErrorException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '../audit/actor.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import type { Permission } from '../members/roles.js';
import { actorOf, type ApiRequest } from './api-request.js';

/** The route is for anybody. */
export const Public = Reflector.createDecorator<true | undefined>();

/** The route is for members whose role includes this. */
export const RequirePermission = Reflector.createDecorator<Permission | undefined>();

/** Who sent the request, as `PersonGuard` found out. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext) => personOf(context));

/** The same person, as the audit log names them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(personOf(context), requestOf(context)),
);

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

function personOf(context: ExecutionContext): IdentifiedPerson {
  const { person } = requestOf(context);
  if (!person) throw new InternalServerErrorException('A public route has nobody to ask for.');
  return person;
}
