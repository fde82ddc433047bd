import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ActivityLog } from '../activity/activity-log.service.js';
import { tellFailure } from '../activity/tell-failure.js';
import { representError } from '../core/errors/represent-error.js';
import { ScimError } from '../core/errors/scim-error.js';
import { toScimError } from '../provisioning/to-scim-error.js';
import { type HttpRequest, exchangeOf } from './exchange-of.js';
import { CACHING, SCIM_MEDIA_TYPE, toPayload } from './wire.js';

/** Whatever goes wrong in this module's controllers becomes a SCIM error body (RFC 7644 §3.12). */
@Catch()
export class ScimExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger(ScimExceptionFilter.name);

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly activity: ActivityLog,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const exchange = exchangeOf(host.switchToHttp().getRequest<HttpRequest>());
    const response = host.switchToHttp().getResponse<unknown>();
    const error = isUnrouted(exception) ? ScimError.notFound() : toScimError(exception);
    tellFailure(this.logger, error, exchange.requestId);
    const entry = exchange.toEntry(error.status, error);
    if (entry) this.activity.record(entry);
    const { httpAdapter } = this.host;
    for (const [name, value] of Object.entries(error.headers)) httpAdapter.setHeader(response, name, value);
    httpAdapter.setHeader(response, 'Content-Type', SCIM_MEDIA_TYPE);
    httpAdapter.setHeader(response, 'Cache-Control', CACHING);
    httpAdapter.reply(response, toPayload(httpAdapter, response, representError(error)), error.status);
  }
}

const isUnrouted = (exception: unknown) => exception instanceof HttpException && exception.getStatus() === 404;
