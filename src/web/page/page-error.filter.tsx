import { type ArgumentsHost, Catch, HttpException, Logger, ServiceUnavailableException } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import { isAway } from '../../database/is-away.js';
import { ConfirmView } from '../access/fresh-sign-in/confirm-view.js';
import { FreshSignInRequired } from '../access/fresh-sign-in/fresh-sign-in-required.js';
import { SignInRequired } from '../access/sign-in-required.js';
import { languageOf, toLanguage } from '../language.js';
import { ErrorPage } from './error-page.js';
import { renderHtml } from './render-html.js';
import { requestIdOf, type WebRequest } from './web-request.js';

/**
 * Answers a browser's failed request with a page, and a request without a session, or a fresh one, with the way to it. A client
 * that asks for no HTML gets Nest's own answer.
 */
@Catch()
export class PageErrorFilter extends BaseExceptionFilter {
  private readonly logger = new Logger(PageErrorFilter.name);

  constructor(private readonly host: HttpAdapterHost) {
    super();
  }

  override catch(exception: unknown, argumentsHost: ArgumentsHost): void {
    const request = argumentsHost.switchToHttp().getRequest<WebRequest>();
    const response = argumentsHost.switchToHttp().getResponse<unknown>();
    if (!wantsHtml(request)) super.catch(inTermsOfHttp(exception), argumentsHost);
    else if (exception instanceof SignInRequired) this.sendTo(request, response, exception.signInPath);
    else if (exception instanceof FreshSignInRequired) this.askToConfirm(request, response, exception);
    else this.refuse(request, response, exception);
  }

  private sendTo(request: WebRequest, response: unknown, path: string): void {
    // htmx would follow a redirect inside its request, but it is the whole page that has to go there.
    if (isPartial(request)) this.send(response, 401, { 'HX-Redirect': path }, '');
    else this.send(response, 303, { Location: path }, '');
  }

  private askToConfirm(request: WebRequest, response: unknown, required: FreshSignInRequired): void {
    const { person, path, form, alert, confirmPath } = required;
    if (!form) {
      this.sendTo(request, response, confirmPath);
      return;
    }
    const page = <ConfirmView person={person} next={path} form={form} alert={alert} />;
    const status = alert === 'too-many' ? 429 : 401;
    this.send(response, status, isPartial(request) ? REPLACE_PAGE : {}, renderHtml(page));
  }

  private refuse(request: WebRequest, response: unknown, exception: unknown): void {
    const status = statusOf(exception);
    if (status >= 500) this.logger.error(exception);
    const language = request.person ? toLanguage(request.person.locale) : languageOf(request.headers);
    const page = <ErrorPage status={status} requestId={requestIdOf(request)} language={language} />;
    this.send(response, status, isPartial(request) ? REPLACE_PAGE : {}, renderHtml(page));
  }

  private send(response: unknown, status: number, headers: Readonly<Record<string, string>>, html: string): void {
    const { httpAdapter } = this.host;
    if (httpAdapter.isHeadersSent(response)) return;
    for (const [name, value] of Object.entries({ ...HTML_HEADERS, ...headers })) {
      httpAdapter.setHeader(response, name, value);
    }
    httpAdapter.reply(response, html, status);
  }
}

const HTML_HEADERS = { 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' };

/** Makes htmx show the whole answer instead of the part that it asked for. */
const REPLACE_PAGE = { 'HX-Retarget': 'body', 'HX-Reswap': 'innerHTML', 'HX-Reselect': 'main' };

const wantsHtml = ({ headers }: WebRequest) => String(headers.accept).includes('text/html');
const isPartial = ({ headers }: WebRequest) => headers['hx-request'] === 'true';

/** What Nest answers by itself. */
const inTermsOfHttp = (exception: unknown) =>
  isAway(exception) ? new ServiceUnavailableException(undefined, { cause: exception }) : exception;

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const status = (exception as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  return isAway(exception) ? 503 : 500;
}
