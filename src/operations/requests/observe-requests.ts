import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics/metrics.js';

export interface RequestObserver {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Whether keep-alive connections should be let go. */
  readonly isDraining: () => boolean;
}

/** Answers every request with its id; logs and counts each by its route, never by its address, once it is answered. */
export function observeRequests(adapter: FastifyAdapter, { logger, metrics, isDraining }: RequestObserver): void {
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (isDraining()) reply.header('connection', 'close');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.countRequest(method, route, status, elapsedTime);
    logger[levelOf(route, status)](
      { requestId, method, route, status, ms: Math.round(elapsedTime * 10) / 10 },
      'request',
    );
    done();
  });
}

/** 501 and 503 are answers that we mean. */
const isFailure = (status: number) => status >= 500 && status !== 501 && status !== 503;

function levelOf(route: string, status: number): 'debug' | 'info' | 'error' {
  if (isFailure(status)) return 'error';
  return route.startsWith('/health/') || route === '/metrics' ? 'debug' : 'info';
}
