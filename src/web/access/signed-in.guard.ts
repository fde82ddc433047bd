import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PeopleService } from '../../identity/people.service.js';
import type { WebRequest } from '../page/web-request.js';
import { SignInRequired } from './sign-in-required.js';

/** Lets in who has a session that still opens its organization; asked anew on every request. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly people: PeopleService,
    private readonly host: HttpAdapterHost,
  ) {}

  /** @throws SignInRequired */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const person = await this.people.findBySession(request.headers);
    if (!person) throw new SignInRequired(this.pathOf(request));
    request.person = person;
    return true;
  }

  private pathOf(request: WebRequest): string {
    return String(this.host.httpAdapter.getRequestUrl(request));
  }
}
