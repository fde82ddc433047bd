import * as fc from 'fast-check';
import pg from 'pg';
import type { Filter } from '../core/filter/filter.js';
import { checkFilter } from '../core/filter/check-filter.js';
import { foldText } from '../core/filter/fold-text.js';
import { matches } from '../core/filter/matches.js';
import { parseFilter } from '../core/filter/parse-filter.js';
import { printFilter } from '../core/filter/print-filter.js';
import { searchDocument } from '../core/filter/search-document.js';
import { readSort } from '../core/filter/read-sort.js';
import type { ScimComplex } from '../core/resource/resource.js';
import { defineAttribute, text } from '../core/schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../core/schema/enterprise-user-schema.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import type { Column, Columns } from './columns.js';
import { filterToSql } from './filter-to-sql.js';
import { sortToSql } from './sort-to-sql.js';

const BADGE = 'urn:acme:badge:1.0';
const USER = userResourceType([
  ENTERPRISE_USER_SCHEMA,
  {
    id: BADGE,
    name: 'Badge',
    description: 'A badge.',
    attributes: [
      defineAttribute('level', 'integer', 'A level.'),
      defineAttribute('score', 'decimal', 'A score.'),
      defineAttribute('lost', 'boolean', 'Whether it was lost.'),
      defineAttribute('seen', 'dateTime', 'When it was seen.'),
      text('tags', 'Tags.', { multiValued: true }),
    ],
  },
]);
const COLUMNS: Columns = {
  document: 'm.search',
  columns: new Map<string, Column>([
    ['id', { sql: 'm.id', type: 'uuid' }],
    ['username', { sql: 'm.user_name_key', type: 'text' }],
    ['externalid', { sql: 'm.external_id', type: 'text' }],
    ['active', { sql: 'm.active', type: 'boolean' }],
    ['meta.lastmodified', { sql: 'm.modified_at', type: 'timestamp' }],
  ]),
  lists: new Map([['roles', 'm.roles']]),
  lookups: new Map(
    ['emails.value', 'displayname'].map((key) => [
      key,
      (value: string) => `m.id IN (SELECT t.member_id FROM pg_temp.terms t WHERE t.term = ${value})`,
    ]),
  ),
};

const TEXTS = ['a', 'A', 'ab', 'Ba', '%', '_', '\\', "o'x", '"', 'é', 'e\u0301', 'İ', 'ß', '\uffff', '😀', ' a'];
const IDS = [1, 2, 3, 4, 5, 6].map((n) => `018f2c1e-0000-7000-8000-00000000000${n}`);
const TIMES = ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.5Z', '2026-01-31T09:00:00+01:00', '0001-01-01T00:00:00Z'];
const NUMBERS = [-1, 0, 0.1, 1, 1.5, 10, 1e21];
const simple = fc.constantFrom(...TEXTS);
const element = (types: readonly string[]) =>
  fc.record(
    { value: simple, display: simple, type: fc.constantFrom(...types), primary: fc.boolean() },
    { requiredKeys: [] },
  );

const resource = fc.record(
  {
    userName: simple,
    externalId: simple,
    active: fc.boolean(),
    displayName: simple,
    title: simple,
    name: fc.record({ givenName: simple, familyName: simple }, { requiredKeys: [] }),
    emails: fc.array(element(['work', 'Home']), { maxLength: 3 }),
    roles: fc.array(element(['a', 'b']), { maxLength: 2 }),
    meta: fc.record({ lastModified: fc.constantFrom(...TIMES) }),
    x509Certificates: fc.constantFrom([{ value: 'QUJD' }], [{ value: 'QUJE', primary: true }]),
    [ENTERPRISE_USER_SCHEMA.id]: fc.record(
      { department: simple, manager: fc.record({ value: simple }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
    [BADGE]: fc.record(
      {
        level: fc.constantFrom(-1, 0, 1, 10),
        score: fc.constantFrom(...NUMBERS),
        lost: fc.boolean(),
        seen: fc.constantFrom(...TIMES),
        tags: fc.array(simple, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['userName', 'meta'] },
);
const resources = fc
  .array(resource, { minLength: 1, maxLength: IDS.length })
  .map((bodies): ScimComplex[] => bodies.map((body, index) => ({ ...(body as ScimComplex), id: IDS[index]! })));

const EQUALITY = ['eq', 'ne'] as const;
const ORDERED = [...EQUALITY, 'gt', 'ge', 'lt', 'le'] as const;
const EVERY = [...ORDERED, 'co', 'sw', 'ew'] as const;
const kinds = {
  text: { operators: EVERY, values: ['', ...TEXTS, 'work', 'home'] },
  id: { operators: EVERY, values: [...IDS, 'a', '018F', '01'] },
  urn: { operators: EVERY, values: [BADGE, ENTERPRISE_USER_SCHEMA.id.toUpperCase(), 'urn:'] },
  boolean: { operators: EQUALITY, values: [true, false, 'True'] },
  number: { operators: ORDERED, values: NUMBERS },
  time: { operators: ORDERED, values: TIMES },
  binary: { operators: EQUALITY, values: ['QUJD', 'qujd'] },
} as const;

type Kind = keyof typeof kinds;

const pathsOf = (kind: Kind, ...names: string[]) => names.map((name) => [name, kind] as const);
const PATHS = [
  ...pathsOf('text', 'userName', 'externalId', 'displayName', 'title', 'name.givenName', 'NAME.familyName', 'nickName'),
  ...pathsOf(
    'text',
    'emails',
    'emails.value',
    'emails.type',
    'roles.display',
    'manager',
    'department',
    `${BADGE}:tags`,
  ),
  ...pathsOf('id', 'id'),
  ...pathsOf('urn', 'schemas'),
  ...pathsOf('boolean', 'active', 'emails.primary', `${BADGE}:lost`),
  ...pathsOf('number', `${BADGE}:level`, `${BADGE}:score`),
  ...pathsOf('time', 'meta.lastModified', `${BADGE}:seen`),
  ...pathsOf('binary', 'x509Certificates'),
];
const ELEMENT_PATHS = [...pathsOf('text', 'value', 'display', 'type'), ...pathsOf('boolean', 'primary')];
const COMPLEX_PATHS = ['name', 'meta', ENTERPRISE_USER_SCHEMA.id, BADGE, 'addresses'];

const term = (paths: readonly (readonly [string, Kind])[]) =>
  fc
    .constantFrom(...paths)
    .chain(([path, kind]) =>
      fc.oneof(
        { weight: 6, arbitrary: comparison(path, kind) },
        { weight: 1, arbitrary: fc.constantFrom(`${path} pr`, `${path} eq null`, `${path} ne null`) },
      ),
    );

const comparison = (path: string, kind: Kind) =>
  fc
    .tuple(fc.constantFrom(...kinds[kind].operators), fc.constantFrom<unknown>(...kinds[kind].values))
    .map(([operator, value]) => `${path} ${operator} ${JSON.stringify(value)}`);

const combined = (leaf: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: leaf.map((operand) => `not (${operand})`) },
    { weight: 2, arbitrary: fc.tuple(leaf, fc.constantFrom('and', 'or'), leaf).map((words) => `(${words.join(' ')})`) },
  );

const within = (list: string) => combined(term(ELEMENT_PATHS)).map((where) => `${list}[${where}]`);
const nameWithin = combined(term(pathsOf('text', 'givenName', 'familyName'))).map((where) => `name[${where}]`);
const leaf = fc.oneof(
  { weight: 6, arbitrary: term(PATHS) },
  { weight: 1, arbitrary: fc.constantFrom(...COMPLEX_PATHS).map((path) => `${path} pr`) },
  { weight: 3, arbitrary: fc.oneof(within('emails'), within('roles'), nameWithin) },
);
const filter = combined(combined(leaf)).map(parseFilter);

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  await client.query(`
    CREATE TEMP TABLE people (
      id uuid, user_name_key text, external_id text, active boolean, modified_at timestamptz(3), roles jsonb, search jsonb
    );
    CREATE TEMP TABLE terms (member_id uuid, term text);
  `);
});

afterAll(() => client.end());

it('answers every filter as matches does', async () => {
  const seen = { matched: 0, unmatched: 0 };
  await fc.assert(
    fc.asyncProperty(resources, fc.array(filter, { minLength: 1, maxLength: 4 }), async (people, filters) => {
      await store(people);
      for (const tree of filters) {
        const expected = idsThat(tree, people);
        expect([printFilter(tree), await select(tree)]).toEqual([printFilter(tree), expected]);
        seen.matched += expected.length;
        seen.unmatched += people.length - expected.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.matched, seen.unmatched)).toBeGreaterThan(300);
});

const idsThat = (tree: Filter, people: readonly ScimComplex[]) => {
  const checked = checkFilter(tree, USER, () => undefined);
  return people.filter((person) => matches(checked, searchDocument(person, USER))).map(({ id }) => id);
};

async function select(tree: Filter): Promise<unknown[]> {
  const values: unknown[] = [];
  const condition = filterToSql(
    checkFilter(tree, USER, () => undefined),
    COLUMNS,
    values,
  );
  const { rows } = await client.query<{ id: string }>(
    `SELECT m.id FROM people m WHERE ${condition} ORDER BY m.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

async function store(people: readonly ScimComplex[]): Promise<void> {
  const rows = people.map(({ id, meta, ...attributes }) => {
    const { roles, ...search } = searchDocument(attributes, USER);
    return {
      id,
      user_name_key: foldText(attributes['userName'] as string),
      external_id: attributes['externalId'],
      active: attributes['active'],
      modified_at: (meta as ScimComplex)['lastModified'],
      roles,
      search,
    };
  });
  await client.query('TRUNCATE people, terms');
  await client.query('INSERT INTO people SELECT * FROM jsonb_populate_recordset(NULL::people, $1)', [
    JSON.stringify(rows),
  ]);
  await client.query(`
    INSERT INTO terms
    SELECT id, search ->> 'displayName' FROM people UNION ALL
    SELECT id, email ->> 'value' FROM people, jsonb_array_elements(search -> 'emails') email
  `);
}

it.each([
  ['userName', 'ascending', ['A', 'a', 'b', '\uffff', '😀']],
  ['userName', 'descending', ['😀', '\uffff', 'b', 'A', 'a']],
])('sorts by %s %s, in code point order', async (sortBy, order, names) => {
  await store(['b', '😀', 'A', '\uffff', 'a'].map((userName, index) => toPerson({ userName }, index)));
  expect((await sorted(sortBy, order)).map(({ user_name_key }) => user_name_key)).toEqual(names.map(foldText));
});

it('sorts lists by the primary element, else the first, and those without a value last', async () => {
  const lists: ScimComplex[][] = [
    [{ value: 'd' }, { value: 'a' }],
    [{ value: 'z' }, { value: 'b', primary: true }],
    [],
    [{ type: 'work' }, { value: 'a' }],
    [{ value: 'c' }],
  ];
  await store(lists.map((emails, index) => toPerson({ userName: 'x', emails }, index)));
  const order = async (direction: string) => (await sorted('emails', direction)).map(({ id }) => IDS.indexOf(id));

  expect(await order('ascending')).toEqual([1, 4, 0, 2, 3]);
  expect(await order('descending')).toEqual([2, 3, 0, 4, 1]);
});

const toPerson = (attributes: ScimComplex, index: number): ScimComplex => ({
  ...attributes,
  id: IDS[index]!,
  meta: { lastModified: TIMES[0]! },
});

async function sorted(sortBy: string, order: string) {
  const sort = readSort(sortBy, order, USER, () => undefined)!;
  const { rows } = await client.query<{ id: string; user_name_key: string }>(
    `SELECT m.id, m.user_name_key FROM people m ORDER BY ${sortToSql(sort, COLUMNS)}, m.id`,
  );
  return rows;
}
