import fc from 'fast-check';
import type { Wish } from '../send.js';
import { query } from './lists.js';
import { encode, name, text } from './words.js';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'SEARCH', 'QUERY'];
const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const PATHS = [
  ...['', '/', '/Users', '/users/', '/Users//', '/Users/~user0~/', '/Users/~user0~/name', '/Users/.search', '/Groups'],
  ...['/Groups/~group0~', '/Bulk', '/bulk/1', '/.search', '/.search/.search', '/Me', '/Me/x', '/%55sers', '/Users%2F'],
  ...['/Users%00', '/Users/%zz', '/Users;a=b', '/Users/../Groups', '/./Users', '//scim/v2', '//scim/v1/Users', '/v2'],
  ...['//scim/v2/Users', '//scim/nobody/v2/Users', '//SCIM/V2/Users', '/Users/~user0~%20', '/Users/~group0~'],
  ...['/ServiceProviderConfig', '/serviceproviderconfig/', '/ResourceTypes', '/ResourceTypes/User', '/Schemas'],
  ...['/Schemas/urn:ietf:params:scim:schemas:core:2.0:User', '/Schemas/x', '/ResourceTypes/__proto__', '/Users/Users'],
];
const MEDIA_TYPES = [
  ...['application/json; charset=utf-16', 'text/plain', 'application/xml', 'multipart/form-data', '', '*/*', 'json'],
  ...['application/scim+json; charset="utf-8"', 'APPLICATION/SCIM+JSON', 'application/x-www-form-urlencoded'],
];
const HEADERS = [
  ['If-Match', 'W/"1"'],
  ['If-Match', '*'],
  ['If-Match', 'garbage, "'],
  ['If-None-Match', '*'],
  ['If-None-Match', 'W/"1"'],
  ['If-Modified-Since', 'yesterday'],
  ['Range', 'bytes=0-1'],
  ['Accept', 'text/html'],
  ['Accept', 'application/scim+json;q=0'],
  ['Content-Encoding', 'gzip'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-Host', 'evil.test'],
  ['Cookie', 'ruleforge_session=x'],
  ['Authorization', 'Bearer nobody'],
  ['Authorization', 'Bearer ~foreigntoken0~'],
  ['Authorization', 'Basic eDp5'],
  ...MEDIA_TYPES.map((type) => ['Content-Type', type]),
];

/** At most two of them, seldom one that is not to be expected. */
export const headers = fc.oneof(
  { arbitrary: fc.constant<string[]>([]), weight: 2 },
  fc.array(fc.constantFrom(...HEADERS), { maxLength: 2 }).map((pairs) => pairs.flat()),
);

/** Any method at any path, with any body of any type. */
export const oddRequest: fc.Arbitrary<Wish> = fc
  .record({
    method: fc.constantFrom(...METHODS),
    path: fc.oneof(
      { arbitrary: fc.constantFrom(...PATHS), weight: 5 },
      name.map((it) => `/${encode(it)}`),
    ),
    asked: fc.option(query),
    headers,
    body: fc.option(
      fc.oneof(
        text,
        fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes)),
      ),
    ),
    chunked: fc.boolean(),
  })
  .map(({ path, asked, body, chunked, ...wish }) => ({
    ...wish,
    // Node sends the body of other methods without saying that there is one: that would be two requests.
    chunked: chunked && WITH_BODY.has(wish.method),
    path: asked === null ? path : `${path}?${asked}`,
    ...(body !== null && { body }),
  }));
