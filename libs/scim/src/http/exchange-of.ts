import type { ExecutionContext } from '@nestjs/common';
import { v7 } from 'uuid';
import { Exchange } from '../activity/exchange.js';

const LONGEST_ID = 100;
const EXCHANGE = Symbol('SCIM exchange');

/** What Express's and Fastify's requests have in common, as far as this module looks at them. */
export interface HttpRequest {
  readonly id?: unknown;
  readonly ip?: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly raw?: { readonly rawHeaders: readonly string[] };
  readonly rawHeaders?: readonly string[];
  [EXCHANGE]?: Exchange;
}

/** The exchange that a request is; the first who asks opens it. */
export const exchangeOf = (request: HttpRequest): Exchange => (request[EXCHANGE] ??= openExchange(request));

/** The exchange of a request that has found its route. */
export function routedExchangeOf(context: ExecutionContext): Exchange {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const exchange = exchangeOf(request);
  if (exchange.operation !== '') return exchange;
  exchange.operation = `${context.getClass().name.replace(/Controller$/, '')}.${context.getHandler().name}`;
  exchange.pathConnectionId = request.params?.['connectionId'];
  exchange.isConditional = request.headers['if-match'] !== undefined;
  exchange.resourceId = request.params?.['id']?.slice(0, LONGEST_ID);
  return exchange;
}

function openExchange(request: HttpRequest): Exchange {
  const client = request.headers['user-agent'];
  return new Exchange({
    requestId: typeof request.id === 'string' ? request.id : v7(),
    method: request.method,
    clientAddress: request.ip,
    client: typeof client === 'string' ? client.slice(0, 200) : undefined,
  });
}
