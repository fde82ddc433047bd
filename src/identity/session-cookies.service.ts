import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '../config/settings.js';
import { SESSION_COOKIE } from '../sessions/session-cookie.js';
import type { OpenedSession } from '../sessions/sessions.service.js';

/** Gives browsers their session cookie and takes it away. No script reads it, no other site's form sends it. */
@Injectable()
export class SessionCookies {
  private readonly attributes;

  constructor(
    private readonly host: HttpAdapterHost,
    settings: Settings,
  ) {
    const secure = settings.publicUrl.startsWith('https:');
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  give(response: unknown, { cookie, expiresAt }: OpenedSession): void {
    this.host.httpAdapter.setCookie(response, SESSION_COOKIE, cookie, { ...this.attributes, expires: expiresAt });
  }

  take(response: unknown): void {
    this.host.httpAdapter.clearCookie(response, SESSION_COOKIE, this.attributes);
  }
}
