import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Exchange } from '../activity/exchange.js';
import { type HttpRequest, exchangeOf } from './exchange-of.js';

/** A part of a request for a pipe to read, with the exchange on which the pipe notes what it tolerated. */
export interface Part {
  readonly value: unknown;
  readonly exchange: Exchange;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<HttpRequest>();
const part = (pick: (request: HttpRequest) => unknown) =>
  createParamDecorator((_: unknown, context: ExecutionContext): Part => {
    const request = requestOf(context);
    return { value: pick(request), exchange: exchangeOf(request) };
  });

/** The exchange that the request is. */
export const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext) =>
  exchangeOf(requestOf(context)),
);
export const ScimBody = part(({ body }) => body);
export const ScimQuery = part(({ query }) => query);
export const ScimHeaders = part(({ headers }) => headers);
