import * as fc from 'fast-check';
import pg from 'pg';
import { checkFilter } from '../core/filter/check-filter.js';
import { foldText } from '../core/filter/fold-text.js';
import { matches } from '../core/filter/matches.js';
import { parseFilter } from '../core/filter/parse-filter.js';
import { readSort } from '../core/filter/read-sort.js';
import { searchDocument } from '../core/filter/search-document.js';
import type { ScimComplex } from '../core/resource/resource.js';
import type { ResourceType } from '../core/schema/attribute.js';
import { GROUP_RESOURCE_TYPE } from '../core/schema/group-resource-type.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import { type Columns, NO_DOCUMENT } from '../sql/columns.js';
import { filterToSql } from '../sql/filter-to-sql.js';
import { sortToSql } from '../sql/sort-to-sql.js';
import { GROUP_FILTER_COLUMNS } from './group-filter-columns.js';
import { userGroupsRelation, userGroupsSql } from './user-groups.js';

const ORGANIZATION = '018f2c1e-0000-7000-8000-0000000000ff';
const idsFrom = (first: number) => [0, 1, 2, 3].map((n) => `018f2c1e-0000-7000-8000-0000000000${first + n}`);
const [GROUPS, USERS] = [idsFrom(10), idsFrom(20)];
const NAMES = ['a', 'A', 'ab', 'Ba', '%', 'é', 'É', 'ß', ' a'];

const USER_SQL = { organizationId: 'u.organization_id', id: 'u.id', connectionId: `'okta'` };
const USER_COLUMNS: Columns = {
  document: NO_DOCUMENT,
  columns: new Map([['id', { sql: 'u.id', type: 'uuid' }]]),
  relations: new Map([['groups', userGroupsRelation(USER_SQL)]]),
};

/** Four groups with their members, and four users with their names: who is in which is drawn. */
interface Directory {
  readonly names: readonly string[];
  readonly displays: readonly string[];
  readonly memberships: readonly (readonly boolean[])[];
}

const four = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 4, maxLength: 4 });
const directories: fc.Arbitrary<Directory> = fc.record({
  names: four(fc.constantFrom(...NAMES)),
  displays: four(fc.constantFrom(...NAMES)),
  memberships: four(four(fc.boolean())),
});

const URIS = [
  ...GROUPS.map((id) => `https://acme.test/Groups/${id}`),
  ...USERS.map((id) => `https://acme.test/Users/${id}`),
];
const TERMS: [names: string[], operators: string[], values: string[]][] = [
  [['value'], ['eq', 'ne', 'sw', 'co', 'gt', 'le'], [...GROUPS, ...USERS.map((id) => id.toUpperCase()), 'a', '018f']],
  [['display'], ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'], ['', ...NAMES]],
  [['type'], ['eq', 'ne', 'sw'], ['User', 'direct', 'x']],
  [['$ref'], ['eq', 'ne'], URIS],
];
const part = fc
  .constantFrom(...TERMS)
  .chain(([names, operators, values]) =>
    fc.tuple(fc.constantFrom(...names), fc.constantFrom(...operators, 'pr'), fc.constantFrom(...values)),
  );
const toText = ([name, operator, value]: readonly [string, string, string], prefix: string) =>
  operator === 'pr' ? `${prefix}${name} pr` : `${prefix}${name} ${operator} ${JSON.stringify(value)}`;

const combined = (leaf: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: leaf.map((operand) => `not (${operand})`) },
    { weight: 2, arbitrary: fc.tuple(leaf, fc.constantFrom('and', 'or'), leaf).map((words) => `(${words.join(' ')})`) },
  );
const filtersOn = (list: string, others: fc.Arbitrary<string>) =>
  combined(
    combined(
      fc.oneof(
        { weight: 4, arbitrary: part.map((term) => toText(term, `${list}.`)) },
        { weight: 4, arbitrary: combined(part.map((term) => toText(term, ''))).map((where) => `${list}[${where}]`) },
        { weight: 1, arbitrary: fc.constantFrom(`${list} pr`, `${list} eq null`, `${list} eq "${USERS[0]}"`) },
        { weight: 1, arbitrary: others },
      ),
    ),
  );

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  await client.query(`
    CREATE TEMP TABLE scim_groups (organization_id uuid, id uuid, connection_id text, display_name text,
      display_name_key text, external_id text, revision int, created_at timestamptz, modified_at timestamptz);
    CREATE TEMP TABLE scim_group_members (organization_id uuid, group_id uuid, user_id uuid);
    CREATE TEMP TABLE scim_users (organization_id uuid, id uuid, connection_id text, display text, display_key text);
  `);
});
afterAll(() => client.end());

it.each<[string, ResourceType, Columns, string, fc.Arbitrary<string>]>([
  [
    'Groups',
    GROUP_RESOURCE_TYPE,
    GROUP_FILTER_COLUMNS,
    'scim_groups g',
    filtersOn('members', fc.constantFrom('displayName sw "A"', 'schemas sw "urn:"', 'externalId pr')),
  ],
  [
    'Users',
    userResourceType([]),
    USER_COLUMNS,
    'scim_users u',
    filtersOn('groups', fc.constantFrom(`id eq "${USERS[0]}"`)),
  ],
])('answers every filter on %s as matches does', async (name, type, columns, rows, filters) => {
  const seen = { matched: 0, unmatched: 0 };
  await fc.assert(
    fc.asyncProperty(directories, fc.array(filters, { minLength: 1, maxLength: 4 }), async (directory, texts) => {
      await store(directory);
      const resources = name === 'Groups' ? groupsOf(directory) : usersOf(directory);
      for (const text of texts) {
        const filter = checkFilter(parseFilter(text), type, () => undefined);
        const expected = resources.filter((one) => matches(filter, searchDocument(one, type))).map(({ id }) => id);
        const values: unknown[] = [];
        const condition = filterToSql(filter, columns, values);
        expect([text, await idsOf(`SELECT id FROM ${rows} WHERE ${condition} ORDER BY id`, values)]).toEqual([
          text,
          expected,
        ]);
        seen.matched += expected.length;
        seen.unmatched += resources.length - expected.length;
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen.matched, seen.unmatched)).toBeGreaterThan(200);
});

it('sorts by the lowest, those without last', async () => {
  await store({
    names: ['0', '1', '2', '3'],
    displays: ['b', 'a', 'c', 'd'],
    memberships: [
      [true, false, true, false],
      [false, false, false, false],
      [false, true, false, true],
      [false, false, true, true],
    ],
  });
  const order = async (sortBy: string, sortOrder: string) => {
    const sort = readSort(sortBy, sortOrder, GROUP_RESOURCE_TYPE, () => undefined)!;
    const ids = await idsOf(`SELECT id FROM scim_groups g ORDER BY ${sortToSql(sort, GROUP_FILTER_COLUMNS)}, id`, []);
    return ids.map((id) => GROUPS.indexOf(id)).join('');
  };
  expect(await order('members.display', 'ascending')).toBe('2031');
  expect(await order('members.display', 'descending')).toBe('1302');
  expect(await order('members', 'ascending')).toBe('0231');
});

it('shows a User the groups of the connection that asks, in one order', async () => {
  const memberships = [0, 1, 2, 3].map(() => [true, true, true, false]);
  await store({ names: ['x', 'Y', 'z', 'w'], displays: ['a', 'b', 'c', 'd'], memberships });
  await client.query(`UPDATE scim_groups SET connection_id = 'other' WHERE id = $1`, [GROUPS[3]]);
  const { rows } = await client.query<{ groups: unknown }>(
    `SELECT ${userGroupsSql(USER_SQL)} AS groups FROM scim_users u ORDER BY id`,
  );
  const groups = ['x', 'Y', 'z'].map((display, index) => ({ value: GROUPS[index], display }));
  expect(rows.map((row) => row.groups)).toEqual([groups, groups, groups, null]);
});

const idsOf = async (text: string, values: unknown[]) =>
  (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id);

const elements = (
  type: string,
  endpoint: string,
  ids: readonly string[],
  names: readonly string[],
  isIn: readonly boolean[],
) =>
  ids.flatMap((value, index) =>
    isIn[index] ? [{ value, display: names[index]!, type, $ref: `https://acme.test/${endpoint}/${value}` }] : [],
  );

const groupsOf = ({ names, displays, memberships }: Directory): ScimComplex[] =>
  GROUPS.map((id, index) => ({
    id,
    displayName: names[index]!,
    members: elements('User', 'Users', USERS, displays, memberships[index]!),
  }));

const usersOf = ({ names, memberships }: Directory): ScimComplex[] =>
  USERS.map((id, index) => ({
    id,
    groups: elements(
      'direct',
      'Groups',
      GROUPS,
      names,
      memberships.map((row) => row[index]!),
    ),
  }));

async function store({ names, displays, memberships }: Directory): Promise<void> {
  await client.query('TRUNCATE scim_groups, scim_users, scim_group_members');
  await client.query(
    `INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key)
     SELECT $1, id, 'okta', name, key FROM unnest($2::uuid[], $3::text[], $4::text[]) AS g (id, name, key)`,
    [ORGANIZATION, GROUPS, names, names.map(foldText)],
  );
  await client.query(
    `INSERT INTO scim_users (organization_id, id, display, display_key)
     SELECT $1, id, name, key FROM unnest($2::uuid[], $3::text[], $4::text[]) AS u (id, name, key)`,
    [ORGANIZATION, USERS, displays, displays.map(foldText)],
  );
  const pairs = memberships.flatMap((row, group) =>
    row.flatMap((isIn, user) => (isIn ? [[GROUPS[group], USERS[user]]] : [])),
  );
  await client.query(
    `INSERT INTO scim_group_members SELECT $1, g, u FROM unnest($2::uuid[], $3::uuid[]) AS pair (g, u)`,
    [ORGANIZATION, pairs.map(([group]) => group), pairs.map(([, user]) => user)],
  );
}
