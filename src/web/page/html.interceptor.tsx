import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  Optional,
  StreamableFile,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { isValidElement, type VNode } from 'preact';
import { mergeMap, type Observable } from 'rxjs';
import { type Notice, Notices, PageNotices } from '../layout/notices.js';
import { NothingNew } from './nothing-new.js';
import { renderHtml } from './render-html.js';
import { Refused } from './refused.js';
import { SeeOther } from './see-other.js';
import type { WebRequest } from './web-request.js';

/** What a screen's controller returns: a view, a view that says no, where to look instead, a file to keep, or nothing new. */
export type Screen = VNode | Refused | SeeOther | StreamableFile | NothingNew;

/** Turns what a screen's controller returns into an answer that no cache keeps. */
@Injectable()
export class HtmlInterceptor implements NestInterceptor<unknown, string | StreamableFile> {
  constructor(
    private readonly host: HttpAdapterHost,
    @Optional() private readonly notices?: Notices,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<string | StreamableFile> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const response = context.switchToHttp().getResponse<unknown>();
    return next.handle().pipe(mergeMap((screen) => this.answer(request, response, screen)));
  }

  private async answer(request: WebRequest, response: unknown, screen: unknown): Promise<string | StreamableFile> {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    if (screen instanceof StreamableFile) return screen;
    httpAdapter.setHeader(response, 'Content-Type', 'text/html; charset=utf-8');
    if (screen instanceof NothingNew) {
      httpAdapter.status(response, screen.status);
      return '';
    }
    if (screen instanceof SeeOther) {
      httpAdapter.status(response, 303);
      httpAdapter.setHeader(response, 'Location', screen.path);
      return '';
    }
    if (screen instanceof Refused) httpAdapter.status(response, screen.status);
    const view = screen instanceof Refused ? screen.view : screen;
    if (!isValidElement(view))
      throw new TypeError('A screen returns a view, a Refused, a SeeOther, a file or a NothingNew.');
    return renderHtml(<PageNotices.Provider value={await this.noticesFor(request)}>{view}</PageNotices.Provider>);
  }

  /** None for a part of a page, which has them already. */
  private async noticesFor({ person, headers }: WebRequest): Promise<readonly Notice[]> {
    const isPart = headers['hx-request'] === 'true';
    return person && this.notices && !isPart ? this.notices.find(person) : [];
  }
}
