import fc from 'fast-check';
import type { Wish } from '../send.js';
import { GROUP_BODIES, type ResourceBodies, USER_BODIES } from './bodies.js';
import { bulkOf } from './bulk.js';
import { query, searchRequest, walk } from './lists.js';
import { headers, oddRequest } from './odd-http.js';
import { encode, name } from './words.js';

/** One request, and whether a connection gets it that tolerates, or a strict one. */
export interface FuzzCase {
  readonly strict: boolean;
  readonly wish: Wish;
}

interface Endpoint {
  readonly path: '/Users' | '/Groups';
  readonly bodies: ResourceBodies;
  /** Those who are there; the last may be deleted. */
  readonly ids: readonly string[];
}

const method = (it: string) => fc.constant(it);

function requestsTo({ path, bodies, ids }: Endpoint): fc.Arbitrary<Wish> {
  const nobody = name.map((it) => `${path}/${encode(it)}`);
  const somebody = fc.constantFrom(...ids).map((id) => `${path}/${id}`);
  const resource = fc.oneof({ arbitrary: somebody, weight: 6 }, nobody);
  const asked = fc.tuple(fc.oneof(fc.constant(path), resource), query).map((parts) => parts.join('?'));
  const read = fc.record({ method: method('GET'), path: asked, headers });
  const create = fc.record({ method: method('POST'), path: fc.constant(path), headers, body: bodies.resource });
  const replace = fc.record({ method: method('PUT'), path: resource, headers, body: bodies.resource });
  const change = fc.record({ method: method('PATCH'), path: resource, headers, body: bodies.patch });
  const expendable = fc.constantFrom(...ids.slice(-1)).map((id) => `${path}/${id}`);
  const remove = fc.record({ method: fc.constantFrom('DELETE', 'POST'), path: fc.oneof(nobody, expendable), headers });
  return fc.oneof({ arbitrary: read, weight: 3 }, create, replace, { arbitrary: change, weight: 4 }, remove);
}

const single = fc.oneof(
  requestsTo({ path: '/Users', bodies: USER_BODIES, ids: ['~user0~', '~user1~', '~user2~', '~user3~'] }),
  requestsTo({ path: '/Groups', bodies: GROUP_BODIES, ids: ['~group0~', '~group1~', '~group2~'] }),
);
const search = fc.record({
  method: method('POST'),
  path: fc.constantFrom('/Users/.search', '/Groups/.search', '/.search'),
  headers,
  body: searchRequest,
});
const root = fc.record({ method: method('GET'), path: query.map((it) => `?${it}`), headers });
const page = fc.record({ method: method('GET'), path: walk });

/** Everything that is served, asked in ways that are valid, nearly valid and hostile. `~user0~` and the like are names. */
export const requests: fc.Arbitrary<FuzzCase> = fc.record({
  strict: fc.nat(2).map((n) => n === 0),
  wish: fc.oneof<[fc.WeightedArbitrary<Wish>, ...fc.WeightedArbitrary<Wish>[]]>(
    { arbitrary: single, weight: 9 },
    { arbitrary: search, weight: 2 },
    { arbitrary: root, weight: 1 },
    { arbitrary: page, weight: 2 },
    { arbitrary: bulkOf(single), weight: 2 },
    { arbitrary: oddRequest, weight: 2 },
  ),
});
