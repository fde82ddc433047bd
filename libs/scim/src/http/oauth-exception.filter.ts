import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ActivityLog } from '../activity/activity-log.service.js';
import { tellFailure } from '../activity/tell-failure.js';
import { OAuthError } from '../oauth/oauth-error.js';
import { toScimError } from '../provisioning/to-scim-error.js';
import { type HttpRequest, exchangeOf } from './exchange-of.js';
import { OAuthReplies } from './oauth-replies.service.js';

/** Whatever goes wrong at the token endpoint becomes an error as RFC 6749 §5.2 has it. */
@Catch()
export class OAuthExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger(OAuthExceptionFilter.name);

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly activity: ActivityLog,
    private readonly replies: OAuthReplies,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const exchange = exchangeOf(host.switchToHttp().getRequest<HttpRequest>());
    const response = host.switchToHttp().getResponse<unknown>();
    const error = toOAuthError(exception);
    tellFailure(this.logger, error, exchange.requestId);
    const entry = exchange.toEntry(error.status, error);
    if (entry) this.activity.record(entry);
    const { httpAdapter } = this.host;
    for (const [name, value] of Object.entries(error.headers)) httpAdapter.setHeader(response, name, value);
    this.replies.keepToOneself(response);
    httpAdapter.reply(response, { error: error.code, error_description: error.detail }, error.status);
  }
}

/** A refusal as it is; what is no fault of the client's by the words that RFC 6749 §4.1.2.1 has for it. */
function toOAuthError(exception: unknown): OAuthError {
  if (exception instanceof OAuthError) return exception;
  const { status, detail, headers, cause } = toScimError(exception);
  return new OAuthError(status, status === 500 ? 'server_error' : 'temporarily_unavailable', detail, {
    headers,
    cause,
  });
}
