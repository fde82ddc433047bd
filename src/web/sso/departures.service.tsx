import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { VNode } from 'preact';
import type { Language } from '../language.js';
import { LeavingView } from './leaving-view.js';

/** Sends browsers to other sites. */
@Injectable()
export class Departures {
  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * A page that opens the other site by itself. Not a redirect: browsers let no form lead to another site, through
   * however many redirects, where the content security policy keeps forms at home.
   */
  leave(response: unknown, url: URL, language: Language, what: 'signIn' | 'signOut' = 'signIn'): VNode {
    this.host.httpAdapter.setHeader(response, 'Refresh', `0; url=${url.href}`);
    // The page that one comes from is nobody's business at the provider.
    this.host.httpAdapter.setHeader(response, 'Referrer-Policy', 'no-referrer');
    return <LeavingView url={url.href} language={language} what={what} />;
  }
}
