import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { isAway } from '../database/is-away.js';
import { OrganizationRequired } from '../identity/identity-errors.js';
import { TooManyAttempts } from '../users/user-errors.js';
import { type ProductError, toProductError } from './product-error.js';
import { REFUSALS } from './refusals.js';
import { type ApiRequest, requestIdOf } from './api-request.js';
import { ValidationFailed } from './validation-failed.js';

/** Answers every failure of the product's routes with the product's envelope. */
@Catch()
export class ProductExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProductExceptionFilter.name);

  constructor(private readonly host: HttpAdapterHost) {}

  catch(exception: unknown, argumentsHost: ArgumentsHost): void {
    const http = argumentsHost.switchToHttp();
    const response = http.getResponse<unknown>();
    const { httpAdapter } = this.host;
    if (httpAdapter.isHeadersSent(response)) return;
    const status = statusOf(exception);
    if (status >= 500) this.logger[status === 503 ? 'warn' : 'error'](exception);
    const retryAfter = retryAfterOf(exception, status);
    if (retryAfter !== undefined) httpAdapter.setHeader(response, 'Retry-After', String(retryAfter));
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    httpAdapter.reply(response, bodyOf(exception, status, requestIdOf(http.getRequest<ApiRequest>())), status);
  }
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const refusal = exception instanceof Error ? REFUSALS.get(exception.constructor) : undefined;
  return refusal ?? (isAway(exception) ? 503 : 500);
}

const PATIENCE_SECONDS = 5;

function retryAfterOf(exception: unknown, status: number): number | undefined {
  if (exception instanceof TooManyAttempts) return exception.retryAfterSeconds;
  return status === 503 ? PATIENCE_SECONDS : undefined;
}

function bodyOf(exception: unknown, status: number, requestId: string | undefined): ProductError {
  const message = exception instanceof Error && status < 500 ? exception.message : failureOf(status);
  return toProductError(status, message, requestId, detailsOf(exception));
}

const failureOf = (status: number) =>
  status === 503 ? 'The service cannot answer just now. Try again in a moment.' : 'Something went wrong on our side.';

function detailsOf(exception: unknown): Readonly<Record<string, unknown>> {
  if (exception instanceof ValidationFailed) return { errors: exception.errors };
  if (!(exception instanceof OrganizationRequired)) return {};
  const organizations = exception.memberships.map(({ organizationId, organizationName }) => ({
    id: organizationId,
    name: organizationName,
  }));
  return { organizations };
}
