import fc from 'fast-check';
import { filter } from './filters.js';
import { damaged, encode, name, toJson, value } from './words.js';

/** Walks whose first page was read when the organization was made: the cursor of walk 0 is called `~cursor0~`. */
export const WALKS = [
  { endpoint: '/Users', query: { count: '1' } },
  { endpoint: '/Users', query: { count: '2', filter: 'userName pr', sortBy: 'userName' } },
  { endpoint: '/Users', query: { count: '1', sortBy: 'meta.created', sortOrder: 'descending' } },
  { endpoint: '/Groups', query: { count: '1', sortBy: 'displayName' } },
  { endpoint: '', query: { count: '1' } },
] as const satisfies readonly { endpoint: string; query: Readonly<Record<string, string>> }[];

const cursor = fc.oneof(
  { arbitrary: fc.constantFrom('', ...WALKS.map((_, index) => `~cursor${index}~`)), weight: 2 },
  damaged(fc.constantFrom('~torn0~', '~torn3~', '~foreign0~', '1.AAAA', '0.', '999999999.x', '1.'.repeat(400))),
);
const number = fc.oneof(fc.integer().map(String), fc.constantFrom('1', '2', '0', '1e9', '-1', '99999999999999999999'));
const text = fc.oneof(damaged(filter), name, number);

const PARAMETERS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  filter: fc.oneof({ arbitrary: damaged(filter), weight: 4 }, text),
  sortBy: fc.oneof({ arbitrary: name, weight: 4 }, text),
  sortOrder: fc.oneof(fc.constantFrom('ascending', 'Descending', ''), text),
  startIndex: fc.oneof(number, text),
  count: fc.oneof(number, text),
  attributes: fc.oneof(name, text),
  excludedAttributes: fc.oneof(name, text),
  cursor,
  FILTER: text,
  x: text,
};
const parameter = fc
  .constantFrom(...Object.keys(PARAMETERS))
  .chain((key) => PARAMETERS[key]!.map((it) => [key, it] as const));

const MOST = 6_000;
const toQuery = (pairs: readonly (readonly [string, string])[]) =>
  pairs
    .map(([key, it]) => `${key}=${encode(it)}`)
    .join('&')
    .slice(0, MOST);

/** What stands behind the question mark. */
export const query = fc.array(parameter, { maxLength: 4 }).map(toQuery);

/** The next page of one of the walks; or with the cursor, or more, of another. */
export const walk = fc
  .tuple(fc.constantFrom(...WALKS.entries()), fc.option(cursor), fc.option(parameter))
  .map(([[index, { endpoint, query: asked }], other, more]) => {
    const pairs = [...Object.entries(asked), ['cursor', other ?? `~cursor${index}~`] as const, ...(more ? [more] : [])];
    return `${endpoint}?${toQuery(pairs)}`;
  });

const member = fc
  .constantFrom(...Object.keys(PARAMETERS))
  .chain((key) =>
    fc
      .oneof(
        { arbitrary: PARAMETERS[key]!, weight: 4 },
        value,
        fc.array(name, { maxLength: 3 }),
        fc.integer({ min: -2, max: 2_000 }),
      )
      .map((it) => [key, it] as const),
  );
const SEARCH_REQUEST = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];

/** The body of a `.search`. */
export const searchRequest = damaged(
  fc
    .tuple(fc.constantFrom<unknown>(SEARCH_REQUEST, SEARCH_REQUEST, undefined, 'x'), fc.array(member, { maxLength: 4 }))
    .map(([schemas, members]) => toJson({ schemas, ...Object.fromEntries(members) })),
);
