import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Exchange } from '../activity/exchange.js';
import { type HttpRequest, exchangeOf, routedExchangeOf } from './exchange-of.js';

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

/** A request that has found its route, and the response to it. */
export interface Conversation {
  readonly request: HttpRequest;
  readonly response: { readonly statusCode: number };
  readonly exchange: Exchange;
}

export const Talk = createParamDecorator((_: unknown, context: ExecutionContext): Conversation => ({
  request: requestOf(context),
  response: context.switchToHttp().getResponse<Conversation['response']>(),
  exchange: routedExchangeOf(context),
}));
/** The whole request, for a pipe that reads more than one part of it. */
export const WholeRequest = createParamDecorator((_: unknown, context: ExecutionContext): HttpRequest =>
  requestOf(context),
);
export const ScimBody = part(({ body }) => body);
export const ScimQuery = part(({ query }) => query);
export const ScimHeaders = part(({ headers }) => headers);
