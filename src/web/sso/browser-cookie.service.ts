import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '../../config/settings.js';
import { isToken, randomToken } from '../../identity-providers/flow-secrets.js';
import { FLOW_SECONDS } from '../../identity-providers/sign-in-flows.service.js';
import { cookieOf } from '../../identity/request-credentials.js';
import type { WebRequest } from '../page/web-request.js';

/** The cookie that tells in which browser a sign-in was begun; several sign-ins of one browser share it. */
@Injectable()
export class BrowserCookie {
  private readonly name: string;
  private readonly attributes;

  constructor(
    private readonly host: HttpAdapterHost,
    settings: Settings,
  ) {
    const secure = settings.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-ruleforge_sso' : 'ruleforge_sso';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  read({ headers }: WebRequest): string | undefined {
    const value = cookieOf(headers, this.name);
    return isToken(value) ? value : undefined;
  }

  /** The browser's own, or a new one, good for as long as a sign-in may take from now on. */
  give(request: WebRequest, response: unknown): string {
    const value = this.read(request) ?? randomToken();
    const expires = new Date(Date.now() + FLOW_SECONDS * 1_000);
    this.host.httpAdapter.setCookie(response, this.name, value, { ...this.attributes, expires });
    return value;
  }
}
