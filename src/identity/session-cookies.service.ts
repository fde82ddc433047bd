import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '../config/settings.js';
import { SESSION_COOKIE } from '../sessions/session-cookie.js';
import { cookieOf } from './request-credentials.js';
import type { OpenedSession } from '../sessions/sessions.service.js';

/**
 * Gives browsers their session cookie, reads it and takes it away. No script reads it, no other site's form sends it, and
 * behind https its name keeps it from being set by another host of the same domain (RFC 6265bis §4.1.3.2).
 */
@Injectable()
export class SessionCookies {
  private readonly name: string;
  private readonly attributes;

  constructor(
    private readonly host: HttpAdapterHost,
    settings: Settings,
  ) {
    const secure = settings.publicUrl.startsWith('https:');
    this.name = secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  /** What the browser keeps of its session, as it was sent. */
  read(headers: IncomingHttpHeaders): string | undefined {
    return cookieOf(headers, this.name);
  }

  give(response: unknown, { cookie, expiresAt }: OpenedSession): void {
    this.host.httpAdapter.setCookie(response, this.name, cookie, { ...this.attributes, expires: expiresAt });
  }

  take(response: unknown): void {
    this.host.httpAdapter.clearCookie(response, this.name, this.attributes);
  }
}
