import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { HttpAdapterHost } from '@nestjs/core';
import { decodableUrl } from './decodable-url.js';
import { type HttpRequest, exchangeOf } from './exchange-of.js';
import { readRawBody } from './raw-body.js';

const MEDIA_TYPE = 'application/scim+json';

interface FastifyLike {
  addHook(
    name: 'onRequest',
    hook: (request: FastifyRequestLike, reply: unknown, done: (error?: Error) => void) => void,
  ): void;
  hasContentTypeParser(type: string): boolean;
  addContentTypeParser(
    type: string,
    parser: (
      request: FastifyRequestLike,
      payload: Readable,
      done: (error: Error | null, body?: unknown) => void,
    ) => void,
  ): void;
}

interface FastifyRequestLike extends HttpRequest {
  headers: Record<string, string | string[] | undefined>;
  readonly routeOptions: { readonly url?: string };
}

interface ExpressLike {
  use(path: string, middleware: ExpressMiddleware): void;
  readonly router: { readonly stack: unknown[] };
}

type ExpressMiddleware = (
  request: IncomingMessage & HttpRequest & { url: string; body?: unknown },
  response: unknown,
  next: (error?: unknown) => void,
) => void;

/**
 * Takes bodies under the SCIM path as bytes, whatever their media type, so that what is wrong with one is answered
 * inside the module, as a SCIM error. Nothing outside the path is touched.
 *
 * To be called from `NestModule.configure()`: the first hook at which the adapter exists in tests too, and the last
 * before routes are registered.
 */
export function registerBodyParser({ httpAdapter }: HttpAdapterHost, path: string, limit: number): void {
  if (httpAdapter.getType() === 'fastify')
    registerOnFastify(httpAdapter.getInstance<FastifyLike>(), `/${path}/`, limit);
  else registerOnExpress(httpAdapter.getInstance<ExpressLike>(), `/${path}`, limit);
}

function registerOnFastify(fastify: FastifyLike, prefix: string, limit: number): void {
  const sentHeaders = new WeakMap<object, Record<string, string | string[] | undefined>>();
  // The hook runs after routing and looks at the route, not at the address: no spelling of an address gets past it.
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.url?.startsWith(prefix)) {
      exchangeOf(request);
      if (request.method !== 'GET') {
        sentHeaders.set(request, { ...request.headers });
        request.headers['content-type'] = MEDIA_TYPE;
      }
    }
    done();
  });
  fastify.addContentTypeParser(MEDIA_TYPE, (request, payload, done) => {
    readRawBody(payload, sentHeaders.get(request) ?? request.headers, limit).then(
      (body) => done(null, body),
      (error: unknown) => done(error as Error),
    );
  });
}

function registerOnExpress(express: ExpressLike, path: string, limit: number): void {
  express.use(path, (request, _response, next) => {
    exchangeOf(request);
    request.url = decodableUrl(request.url);
    readRawBody(request, request.headers, limit).then((body) => {
      request.body = body;
      next();
    }, next);
  });
  // Nest has put its own JSON parser in the stack already: this one goes before it.
  const { stack } = express.router;
  stack.unshift(stack.pop());
}
