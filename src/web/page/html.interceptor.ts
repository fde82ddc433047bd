import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { isValidElement, type VNode } from 'preact';
import { map, type Observable } from 'rxjs';
import { renderHtml } from './render-html.js';
import { Refused } from './refused.js';
import { SeeOther } from './see-other.js';

/** What a screen's controller returns: a view, a view that says no, where to look instead, or a file to keep. */
export type Screen = VNode | Refused | SeeOther | StreamableFile;

/** Turns what a screen's controller returns into an answer that no cache keeps. */
@Injectable()
export class HtmlInterceptor implements NestInterceptor<unknown, string | StreamableFile> {
  constructor(private readonly host: HttpAdapterHost) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<string | StreamableFile> {
    const response = context.switchToHttp().getResponse<unknown>();
    return next.handle().pipe(map((screen) => this.answer(response, screen)));
  }

  private answer(response: unknown, screen: unknown): string | StreamableFile {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    if (screen instanceof StreamableFile) return screen;
    httpAdapter.setHeader(response, 'Content-Type', 'text/html; charset=utf-8');
    if (screen instanceof SeeOther) {
      httpAdapter.status(response, 303);
      httpAdapter.setHeader(response, 'Location', screen.path);
      return '';
    }
    if (screen instanceof Refused) httpAdapter.status(response, screen.status);
    const view = screen instanceof Refused ? screen.view : screen;
    if (!isValidElement(view)) throw new TypeError('A screen returns a view, a Refused, a SeeOther or a file.');
    return renderHtml(view);
  }
}
