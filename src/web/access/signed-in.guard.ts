import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PeopleService } from '../../identity/people.service.js';
import type { WebRequest } from '../page/web-request.js';
import { pageOfForm } from './page-of-form.js';
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
    if (!person) throw new SignInRequired(this.pageOf(context, request));
    request.person = person;
    return true;
  }

  private pageOf(context: ExecutionContext, request: WebRequest): string {
    const { httpAdapter } = this.host;
    const path = String(httpAdapter.getRequestUrl(request));
    return httpAdapter.getRequestMethod(request) === 'POST' ? pageOfForm(context.getClass(), path) : path;
  }
}
