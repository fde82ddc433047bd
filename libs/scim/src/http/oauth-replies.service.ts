import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ActivityLog } from '../activity/activity-log.service.js';
import type { AccessToken } from '../oauth/access-tokens.service.js';
import type { Conversation } from './request-parts.decorator.js';
import { CACHING } from './wire.js';

export type OAuthDocument = Readonly<Record<string, unknown>>;

/** Puts the answers of the token endpoint on the wire, as JSON, and notes them in the request log. */
@Injectable()
export class OAuthReplies {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly activity: ActivityLog,
  ) {}

  /** RFC 6749 §5.1 */
  accessToken(
    { exchange, response }: Conversation,
    { id, token, expiresInSeconds }: AccessToken,
    scope: string,
  ): OAuthDocument {
    exchange.resourceId = id;
    const entry = exchange.toEntry(200);
    if (entry) this.activity.record(entry);
    this.keepToOneself(response);
    return { access_token: token, token_type: 'Bearer', expires_in: expiresInSeconds, scope };
  }

  /** RFC 6749 §5.1: no cache may keep what this endpoint answers. */
  keepToOneself(response: unknown): void {
    this.host.httpAdapter.setHeader(response, 'Cache-Control', CACHING);
    this.host.httpAdapter.setHeader(response, 'Pragma', 'no-cache');
  }
}
