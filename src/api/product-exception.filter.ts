import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { OrganizationRequired, TooManyAttempts } from '../identity/identity-errors.js';
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
    if (status >= 500) this.logger.error(exception);
    if (exception instanceof TooManyAttempts) {
      httpAdapter.setHeader(response, 'Retry-After', String(exception.retryAfterSeconds));
    }
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    httpAdapter.reply(response, bodyOf(exception, status, requestIdOf(http.getRequest<ApiRequest>())), status);
  }
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  return exception instanceof Error ? (REFUSALS.get(exception.constructor) ?? 500) : 500;
}

function bodyOf(exception: unknown, status: number, requestId: string | undefined): ProductError {
  const message = exception instanceof Error && status < 500 ? exception.message : 'Something went wrong on our side.';
  return toProductError(status, message, requestId, detailsOf(exception));
}

function detailsOf(exception: unknown): Readonly<Record<string, unknown>> {
  if (exception instanceof ValidationFailed) return { errors: exception.errors };
  if (!(exception instanceof OrganizationRequired)) return {};
  const organizations = exception.memberships.map(({ organizationId, organizationName }) => ({
    id: organizationId,
    name: organizationName,
  }));
  return { organizations };
}
