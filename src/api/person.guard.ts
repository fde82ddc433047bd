import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PeopleService } from '../identity/people.service.js';
import { can } from '../members/roles.js';
import type { ApiRequest } from './api-request.js';
import { Public, RequirePermission } from './access.decorators.js';

/** Lets a request in that somebody sends who is signed in and may do what the route asks for. */
@Injectable()
export class PersonGuard implements CanActivate {
  constructor(
    private readonly people: PeopleService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride(Public, route)) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const person = await this.people.find(request.headers);
    if (!person) throw new UnauthorizedException('Sign in, or send a valid API key.');
    const permission = this.reflector.getAllAndOverride(RequirePermission, route);
    if (permission && !can(person.role, permission)) {
      throw new ForbiddenException(`Your role does not include ${permission}.`);
    }
    request.person = person;
    return true;
  }
}
