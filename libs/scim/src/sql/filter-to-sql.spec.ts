import { readFilter } from '../core/filter/read-filter.js';
import { ENTERPRISE_USER_SCHEMA } from '../core/schema/enterprise-user-schema.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import type { Column, Columns } from './columns.js';
import { filterToSql } from './filter-to-sql.js';

const USER = userResourceType([ENTERPRISE_USER_SCHEMA]);
const COLUMNS: Columns = {
  document: 'm.search',
  columns: new Map<string, Column>([
    ['id', { sql: 'm.id', type: 'uuid' }],
    ['username', { sql: 'm.user_name_key', type: 'text', fold: (name) => (name === '' ? undefined : name.trim()) }],
    ['active', { sql: 'm.active', type: 'boolean' }],
    ['meta.lastmodified', { sql: 'm.modified_at', type: 'timestamp' }],
    ['meta.resourcetype', { sql: `'User'::text`, type: 'text' }],
  ]),
  lists: new Map([['roles', 'm.roles']]),
  lookups: new Map([
    ['emails.value', (value: string) => `m.id IN (SELECT member_id FROM terms WHERE term = ${value})`],
    ['displayname', (value: string) => `m.name_key = ${value}`],
  ]),
};
const ID = '018f2c1e-0000-7000-8000-000000000001';

const toSql = (filter: string, values: unknown[] = []) => [
  filterToSql(
    readFilter(filter, USER, () => undefined)!,
    COLUMNS,
    values,
  ),
  values,
];
const elements = (list: string, condition: string) => existsIn(`(m.search -> '${list}')`, condition);
const existsIn = (list: string, condition: string) =>
  `EXISTS (SELECT FROM jsonb_array_elements(${list}) AS element(value) WHERE ${condition})`;

it.each<[string, string, unknown[]]>([
  ['userName eq "ADA"', 'm.user_name_key = $1', ['ada']],
  ['userName eq " ADA "', 'm.user_name_key = $1', ['ada']],
  ['userName eq ""', 'FALSE', []],
  ['userName ne ""', 'TRUE', []],
  ['userName ne "ada"', 'm.user_name_key IS DISTINCT FROM $1', ['ada']],
  ['userName co "%_"', 'strpos(m.user_name_key, $1) > 0', ['%_']],
  ['userName sw "a"', 'starts_with(m.user_name_key, $1)', ['a']],
  ['userName ew " A"', 'right(m.user_name_key, length($1::text)) = $1', [' a']],
  ['userName gt "a"', 'm.user_name_key COLLATE "C" > $1', ['a']],
  ['active eq "True"', 'm.active = $1', [true]],
  [`id eq "${ID}"`, 'm.id = $1::uuid', [ID]],
  [`id eq "${ID.toUpperCase()}"`, 'FALSE', []],
  ['id eq "42"', 'FALSE', []],
  ['id sw "018f"', 'starts_with((m.id)::text, $1)', ['018f']],
  ['meta.lastModified ge "2026-01-31T08:00:00Z"', 'm.modified_at >= $1::timestamptz', ['2026-01-31T08:00:00.000Z']],
  ['title eq "x"', `(m.search ->> 'title') = $1`, ['x']],
  ['name.familyName lt "x"', `((m.search -> 'name') ->> 'familyName') COLLATE "C" < $1`, ['x']],
  ['title pr', `(m.search -> 'title') IS NOT NULL`, []],
  ['userName pr', 'm.user_name_key IS NOT NULL', []],
  ['not (title pr)', `NOT COALESCE((m.search -> 'title') IS NOT NULL, FALSE)`, []],
  ['meta pr', `((m.search -> 'meta') IS NOT NULL OR m.modified_at IS NOT NULL OR 'User'::text IS NOT NULL)`, []],
  ['emails.type eq "work"', elements('emails', `(element.value ->> 'type') = $1`), ['work']],
  [
    'emails.type ne "work"',
    `((m.search -> 'emails') IS NULL OR ${elements('emails', `(element.value ->> 'type') IS DISTINCT FROM $1`)})`,
    ['work'],
  ],
  ['emails.primary eq true', elements('emails', `(element.value -> 'primary') = to_jsonb($1::boolean)`), [true]],
  ['emails.type pr', elements('emails', `(element.value -> 'type') IS NOT NULL`), []],
  ['emails pr', `(m.search -> 'emails') IS NOT NULL`, []],
  ['roles pr', 'm.roles IS NOT NULL', []],
  ['roles[value eq "x"]', existsIn('m.roles', `(element.value ->> 'value') = $1`), ['x']],
  [
    'roles ne "x"',
    `(m.roles IS NULL OR ${existsIn('m.roles', `(element.value ->> 'value') IS DISTINCT FROM $1`)})`,
    ['x'],
  ],
  ['schemas eq "urn:x"', elements('schemas', `(element.value #>> '{}') = $1`), ['urn:x']],
])('%s', (filter, sql, values) => expect(toSql(filter)).toEqual([sql, values]));

it('appends to the values that the caller has', () =>
  expect(toSql('userName eq "a" and (active eq true or title co "b")', ['tenant'])).toEqual([
    `(m.user_name_key = $2 AND (m.active = $3 OR strpos((m.search ->> 'title'), $4) > 0))`,
    ['tenant', 'a', true, 'b'],
  ]));

it('narrows by an index before it asks the document', () => {
  const lookup = 'm.id IN (SELECT member_id FROM terms WHERE term = $1)';
  expect(toSql('displayName eq "A"')).toEqual([`(m.name_key = $1 AND (m.search ->> 'displayName') = $2)`, ['a', 'a']]);
  expect(toSql('emails eq "A@B"')).toEqual([
    `(${lookup} AND ${elements('emails', `(element.value ->> 'value') = $2`)})`,
    ['a@b', 'a@b'],
  ]);
  expect(toSql('emails[type eq "work"].value eq "A@B"')).toEqual([
    `(${lookup} AND ${elements('emails', `((element.value ->> 'type') = $2 AND (element.value ->> 'value') = $3)`)})`,
    ['a@b', 'work', 'a@b'],
  ]);
});

it.each(['emails co "a"', 'emails ne "a"', 'emails[type eq "x" or value eq "a"]', 'emails[not (value eq "a")]'])(
  'does not narrow %s',
  (filter) => expect(toSql(filter)[0]).not.toContain('terms'),
);

it('lets no text of a client become SQL', () => {
  const attack = `x' OR '1'='1"; DROP TABLE members; -- $1 \\x27`;
  const filters = ['userName eq', 'title co', 'emails.value sw', 'department ne', 'id ew', 'schemas gt'];
  for (const filter of filters) {
    const [sql, values] = toSql(`${filter} ${JSON.stringify(attack)}`);
    expect(sql).not.toMatch(/DROP|1'='1/i);
    expect(values).toEqual([expect.stringMatching(/drop table/i)]);
  }
});
