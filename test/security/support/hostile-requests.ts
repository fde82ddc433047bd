import fc from 'fast-check';
import { patchOf } from './target.js';
import type { Wish } from './send.js';

const ATTRIBUTES = [
  'userName',
  'externalId',
  'displayName',
  'active',
  'title',
  'name',
  'name.givenName',
  'emails',
  'emails.value',
  'phoneNumbers',
  'addresses.country',
  'x509Certificates',
  'photos',
  'roles',
  'groups',
  'id',
  'meta.created',
  'schemas',
  'password',
  'members',
  'members.value',
  'members.$ref',
  'members.display',
  'urn:ietf:params:scim:schemas:core:2.0:Group:members',
  'urn:ietf:params:scim:schemas:core:2.0:User:title',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
  'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User:role',
];
const ODD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '.',
  'a.b.c',
  ':',
  'urn:',
  'emails[',
  '$ref',
  'ünïcode',
  '0',
];

/** As `encodeURIComponent`, which throws for half a surrogate pair: that becomes what UTF-8 has no room for. */
const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\0')).replaceAll('%00', '%ED%A0%80');

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
const attribute = fc.constantFrom(...ATTRIBUTES);
const name = fc.oneof(
  { arbitrary: attribute, weight: 6 },
  { arbitrary: attribute.map(swapCase), weight: 1 },
  { arbitrary: fc.constantFrom(...ODD_NAMES), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 1 },
);

const text = fc.oneof(
  {
    arbitrary: fc.constantFrom('a', 'A@acme.test', 'work', 'True', 'false', '2026-01-31T08:00:00Z', 'AAAA', ''),
    weight: 4,
  },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 },
  {
    arbitrary: fc.constantFrom('\0', '\ud800', "';--", '%', '\u202e', 'ﬁ', 'x'.repeat(5_000), 'y'.repeat(300)),
    weight: 1,
  },
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('value', 'type', 'primary', 'display', 'givenName', '$ref'), name),
      tie('value'),
      {
        maxKeys: 4,
      },
    ),
  ),
}));
const attributes = fc.dictionary(name, value, { maxKeys: 6 });

const term = fc.oneof(
  fc
    .tuple(
      name,
      fc.constantFrom('eq', 'NE', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'xx'),
      value.map((it) => JSON.stringify(it)),
    )
    .map((parts) => parts.join(' ')),
  name.map((it) => `${it} pr`),
  name.map((it) => `emails[type eq "work" and ${it} pr]`),
);
const filter = fc
  .array(term, { minLength: 1, maxLength: 4 })
  .chain((terms) =>
    fc.constantFrom(terms.join(' and '), terms.join(' OR '), `not (${terms.join(' or ')})`, `(${terms.join(' ')}`),
  );

/** Now and then some characters are missing or too many. */
const damaged = (whole: fc.Arbitrary<string>) =>
  fc.oneof(
    { arbitrary: whole, weight: 4 },
    {
      arbitrary: fc.tuple(whole, fc.nat(), fc.nat(3), fc.string({ maxLength: 3 })).map(([it, at, less, more]) => {
        const from = at % (it.length + 1);
        return it.slice(0, from) + more + it.slice(from + less);
      }),
      weight: 1,
    },
  );

const path = damaged(
  fc.oneof(
    name,
    filter.map((it) => `emails[${it}].value`),
    filter.map((it) => `addresses[${it}]`),
    filter.map((it) => `members[${it}]`),
  ),
);
const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Replace', 'remove', 'move', 'constructor'),
    path: fc.oneof(path, value),
    value: fc.oneof(value, attributes),
  },
  { requiredKeys: ['op'] },
);
/** Nothing is wrong with these; what is wrong stands before or behind them. */
const soundOperation = fc.constantFrom<object>(
  { op: 'replace', path: 'active', value: 'False' },
  { op: 'replace', path: 'active', value: true },
  { op: 'add', path: 'emails[type eq "home"].value', value: 'home@acme.test' },
  { op: 'add', path: 'phoneNumbers', value: [{ value: '+1', type: 'work', primary: true }] },
  { op: 'remove', path: 'phoneNumbers[type eq "work"]' },
  { op: 'replace', path: 'name', value: { givenName: 'A', familyName: 'B' } },
  { op: 'remove', path: 'name.givenName' },
  { op: 'add', value: { title: 'T', 'name.familyName': 'C', nickName: null } },
  { op: 'replace', path: 'userName', value: 'renamed@acme.test' },
);
const patch = fc
  .array(fc.oneof({ arbitrary: soundOperation, weight: 3 }, operation), { maxLength: 3 })
  .map((operations) => patchOf(...operations));
const user = fc
  .tuple(attributes, text)
  .map(([others, userName]) => ({ ...others, userName: userName || 'some@acme.test' }));
const toJson = (it: unknown) => JSON.stringify(it);

const parameter = fc.tuple(
  fc.constantFrom(
    'filter',
    'sortBy',
    'sortOrder',
    'startIndex',
    'count',
    'attributes',
    'excludedAttributes',
    'FILTER',
    'x',
  ),
  fc.oneof(
    damaged(filter),
    name,
    fc.integer().map(String),
    fc.constantFrom('ascending', 'descending', '1e9', '-1', '99999999999999999999'),
  ),
);
const query = fc.array(parameter, { maxLength: 4 }).map((all) =>
  all
    .map(([key, it]) => `${key}=${encode(it)}`)
    .join('&')
    .slice(0, 6_000),
);

const headers = fc
  .array(
    fc.constantFrom(
      ['If-Match', 'W/"1"'],
      ['If-Match', '*'],
      ['If-Match', 'garbage, "'],
      ['If-None-Match', '*'],
      ['Accept', 'text/html'],
      ['Content-Type', 'application/json'],
      ['Content-Type', 'text/plain'],
      ['X-HTTP-Method-Override', 'DELETE'],
    ),
    { maxLength: 2 },
  )
  .map((pairs) => pairs.flat());

/** Nothing is wrong with these, said of a Group with those Users. */
const soundMembership = (ids: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...ids), fc.subarray([...ids]))
    .chain(([id, some]) =>
      fc.constantFrom<object>(
        { op: 'add', path: 'members', value: some.map((value) => ({ value })) },
        { op: 'Add', value: { members: [{ value: id, type: 'User' }] } },
        { op: 'remove', path: `members[value eq "${id}"]` },
        { op: 'remove', path: 'members', value: [{ value: id }] },
        { op: 'remove', path: 'members[display co "a" or not (type pr)]' },
        { op: 'replace', path: 'members', value: some.map((value) => ({ value })) },
        { op: 'replace', value: { displayName: 'Renamed', externalId: id } },
        { op: 'remove', path: 'externalId' },
      ),
    );

/** Requests to the Users whose ids are `ids`, and to nobody: valid ones, nearly valid ones and hostile ones. */
export const hostileRequests = (ids: readonly string[]): fc.Arbitrary<Wish> => hostileTo('/Users', ids, patch, user);

/** The same to Groups, whose members may be the Users whose ids are `userIds`. */
export function hostileGroupRequests(ids: readonly string[], userIds: readonly string[]): fc.Arbitrary<Wish> {
  const step = fc.oneof({ arbitrary: soundMembership(userIds), weight: 3 }, operation);
  const groupPatch = fc.array(step, { maxLength: 4 }).map((operations) => patchOf(...operations));
  const member = fc.oneof(
    { arbitrary: fc.constantFrom(...userIds).map((id) => ({ value: id })), weight: 3 },
    fc.record({ value, type: text, $ref: text }),
  );
  const group = fc
    .tuple(attributes, text, fc.array(member, { maxLength: 3 }))
    .map(([others, displayName, members]) => ({ ...others, displayName, members }));
  return hostileTo('/Groups', ids, groupPatch, group);
}

function hostileTo(
  endpoint: '/Users' | '/Groups',
  ids: readonly string[],
  soundPatch: fc.Arbitrary<object>,
  sound: fc.Arbitrary<object>,
): fc.Arbitrary<Wish> {
  const nobody = name.map((it) => `${endpoint}/${encode(it)}`);
  const somebody = fc.constantFrom(...ids).map((id) => `${endpoint}/${id}`);
  const resource = fc.oneof({ arbitrary: somebody, weight: 6 }, nobody);
  const asked = fc.oneof(fc.constant(endpoint), resource);
  const body = damaged(fc.oneof({ arbitrary: sound, weight: 3 }, soundPatch, value).map(toJson));
  const read = fc.record({ path: fc.tuple(asked, query).map((parts) => parts.join('?')), headers });
  const create = fc.record({ method: fc.constant('POST'), path: fc.constant(endpoint), headers, body });
  const replace = fc.record({ method: fc.constant('PUT'), path: resource, headers, body });
  const change = fc.record({
    method: fc.constant('PATCH'),
    path: resource,
    headers,
    body: damaged(soundPatch.map(toJson)),
  });
  const remove = fc.record({ method: fc.constantFrom('DELETE', 'POST'), path: nobody, headers });
  return fc.oneof({ arbitrary: read, weight: 3 }, create, replace, { arbitrary: change, weight: 4 }, remove);
}
