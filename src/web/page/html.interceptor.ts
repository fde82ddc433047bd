import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { isValidElement, type VNode } from 'preact';
import { map, type Observable } from 'rxjs';
import { renderHtml } from './render-html.js';
import { Refused } from './refused.js';
import { SeeOther } from './see-other.js';

/** What a screen's controller returns: a view, a view that says no, or where to look instead. */
export type Screen = VNode | Refused | SeeOther;

/** Turns what a screen's controller returns into an answer that no cache keeps. */
@Injectable()
export class HtmlInterceptor implements NestInterceptor<unknown, string> {
  constructor(private readonly host: HttpAdapterHost) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<string> {
    const response = context.switchToHttp().getResponse<unknown>();
    return next.handle().pipe(map((screen) => this.answer(response, screen)));
  }

  private answer(response: unknown, screen: unknown): string {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    httpAdapter.setHeader(response, 'Content-Type', 'text/html; charset=utf-8');
    if (screen instanceof SeeOther) {
      httpAdapter.status(response, 303);
      httpAdapter.setHeader(response, 'Location', screen.path);
      return '';
    }
    if (screen instanceof Refused) httpAdapter.status(response, screen.status);
    const view = screen instanceof Refused ? screen.view : screen;
    if (!isValidElement(view)) throw new TypeError('A screen returns a view, a Refused or a SeeOther.');
    return renderHtml(view);
  }
}
