import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { can } from '../../members/roles.js';
import type { WebRequest } from '../page/web-request.js';
import { RequirePermission } from './require-permission.decorator.js';

/** Lets in, of those who are signed in, who may do what the screen asks for. */
@Injectable()
export class PermittedGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws ForbiddenException */
  canActivate(context: ExecutionContext): boolean {
    const permission = this.reflector.getAllAndOverride(RequirePermission, [context.getHandler(), context.getClass()]);
    const { person } = context.switchToHttp().getRequest<WebRequest>();
    if (permission && !(person && can(person.role, permission))) throw new ForbiddenException();
    return true;
  }
}
