import { All, Controller, Req, UseFilters } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import { ScimExceptionFilter } from './scim-exception.filter.js';

const COLLECTION = ['GET', 'POST'];
const RESOURCE = ['GET', 'PUT', 'PATCH', 'DELETE'];
const DOCUMENT = ['GET'];
const MESSAGE = ['POST'];

/** What the routes of this module answer, for those who come with another method. */
const METHODS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^$/, DOCUMENT],
  [/^(?:users|groups)$/, COLLECTION],
  [/^(?:users|groups)\/[^/]+$/, RESOURCE],
  [/^(?:bulk|\.search)$/, MESSAGE],
  [/^oauth\/token$/, MESSAGE],
  [/^\.well-known\/oauth-authorization-server$/, DOCUMENT],
  [/^(?:serviceproviderconfig|(?:resourcetypes|schemas)(?:\/[^/]+)?)$/, DOCUMENT],
];

interface RefusedRequest {
  readonly method: string;
  readonly originalUrl?: string;
  readonly url: string;
}

/** Everything under the path that no route answers. Last among the controllers, so that it is asked last. */
@Controller()
@UseFilters(ScimExceptionFilter)
export class FallbackController {
  /** @throws ScimError 405 with `Allow`, 501 for `/Me`, 404 */
  @All(['', '*', 'v2/*', ':connectionId/v2/*'])
  refuse(@Req() { method, originalUrl, url }: RefusedRequest): never {
    const endpoint = endpointOf(originalUrl ?? url);
    const methods = endpoint === undefined ? undefined : METHODS.find(([form]) => form.test(endpoint))?.[1];
    // A router that looks at no parameter beyond some length sends here what it does not take for an id.
    if (methods?.includes(method)) throw ScimError.notFound();
    if (methods) throw ScimError.methodNotAllowed(methods);
    // RFC 7644 §3.11
    if (endpoint === 'me')
      throw ScimError.notImplemented('/Me is not supported: a token is a connection, not a person.');
    throw ScimError.notFound(
      'There is no such endpoint. The base URL ends in /v2; /Users, /Groups and the discovery endpoints follow it.',
    );
  }
}

/** What stands behind `/v2`, or is the connection's outside of it; `undefined` where neither is in the path. */
function endpointOf(url: string): string | undefined {
  const path = url.split('?', 1).join();
  const [base, endpoint = ''] =
    /\/v2(?:\/(.*?))?\/?$/i.exec(path) ?? /\/(oauth\/token|\.well-known\/[^/]+)\/?$/i.exec(path) ?? [];
  return base === undefined ? undefined : endpoint.toLowerCase();
}
