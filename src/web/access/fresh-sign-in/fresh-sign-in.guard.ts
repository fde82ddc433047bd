import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import { ProofsService } from '../../../identity/proofs.service.js';
import { SessionCookies } from '../../../identity/session-cookies.service.js';
import type { PersonInSession } from '../../../sessions/session.js';
import { type ScreenRequest, requestIdOf } from '../../page/web-request.js';
import { personOf } from '../current-person.decorator.js';
import { CONFIRM_FIELD, findConfirmAlert } from './confirm-messages.js';
import { FreshSignInRequired } from './fresh-sign-in-required.js';
import { holdForm } from './hold-form.js';
import { FormPage } from './form-page.decorator.js';

/** Lets in whose proof is new enough, or comes along with the form that was held until it does. */
@Injectable()
export class FreshSignInGuard implements CanActivate {
  constructor(
    private readonly proofs: ProofsService,
    private readonly cookies: SessionCookies,
    private readonly reflector: Reflector,
    private readonly host: HttpAdapterHost,
  ) {}

  /** @throws FreshSignInRequired */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const person = personOf(context);
    if (this.proofs.isFresh(person.session)) return true;
    const request = context.switchToHttp().getRequest<ScreenRequest>();
    const path = String(this.host.httpAdapter.getRequestUrl(request));
    if (this.host.httpAdapter.getRequestMethod(request) !== 'POST') throw new FreshSignInRequired(person, path);
    const form = holdForm(path, this.reflector.get(FormPage, context.getHandler()), request.body);
    const password = form.fields.find(([name]) => name === CONFIRM_FIELD)?.[1];
    const rest = { ...form, fields: form.fields.filter(([name]) => name !== CONFIRM_FIELD) };
    if (password === undefined || person.session.openedBy !== 'password') {
      throw new FreshSignInRequired(person, form.page, rest);
    }
    try {
      this.cookies.give(context.switchToHttp().getResponse(), await this.prove(person, password, request));
    } catch (error) {
      const alert = findConfirmAlert(error);
      throw alert ? new FreshSignInRequired(person, form.page, rest, alert) : error;
    }
    return true;
  }

  private prove(person: PersonInSession, password: string, request: ScreenRequest) {
    const cookie = this.cookies.read(request.headers) ?? '';
    return this.proofs.prove({ person, password, cookie, address: request.ip ?? '', requestId: requestIdOf(request) });
  }
}
