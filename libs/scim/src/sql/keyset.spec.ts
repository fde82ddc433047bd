import * as fc from 'fast-check';
import pg from 'pg';
import { readSort } from '../core/filter/read-sort.js';
import { defineAttribute, text } from '../core/schema/define-attribute.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import type { Columns } from './columns.js';
import { keysetOf } from './keyset.js';

const BADGE = 'urn:acme:badge:1.0';
const attributes = [
  defineAttribute('level', 'integer', 'A level.'),
  defineAttribute('lost', 'boolean', 'Whether it was lost.'),
  defineAttribute('seen', 'dateTime', 'When it was seen.'),
  text('tags', 'Tags.', { multiValued: true }),
];
const USER = userResourceType([{ id: BADGE, name: 'Badge', description: 'A badge.', attributes }]);
const COLUMNS: Columns = {
  document: 'm.search',
  columns: new Map([
    ['username', { sql: 'm.user_name', type: 'text', isNeverNull: true }],
    ['externalid', { sql: 'm.external_id', type: 'text' }],
    ['active', { sql: 'm.active', type: 'boolean' }],
    ['meta.created', { sql: 'm.created_at', type: 'timestamp' }],
    ['nickname', { sql: 'm.other_id', type: 'uuid' }],
  ]),
};

const simple = fc.constantFrom('a', 'A', 'ab', '', '%', '\uffff', '😀', 'x'.repeat(600), `${'x'.repeat(600)}y`);
const uuid = fc.constantFrom(...['0', '1', 'a', 'f'].map((digit) => `${digit.repeat(8)}-0000-7000-8000-000000000000`));
const time = fc.constantFrom(
  '2026-03-29T00:59:59.999Z',
  '2026-03-29T01:00:00Z',
  '0099-01-01T00:00:00Z',
  '2026-11-01T06:00:00.5Z',
);
const badge = fc.record(
  {
    level: fc.constantFrom(-1, 0, 2, 10, 0.5, 1e21),
    lost: fc.boolean(),
    seen: time,
    tags: fc.array(simple, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const row = fc.record(
  {
    user_name: simple,
    external_id: simple,
    active: fc.boolean(),
    created_at: time,
    other_id: uuid,
    search: fc.record({ title: simple, [BADGE]: badge }, { requiredKeys: [] }),
  },
  { requiredKeys: ['user_name'] },
);

const SORTS = ['userName', 'externalId', 'active', 'meta.created', 'nickName', 'title'].concat(
  ['level', 'lost', 'seen', 'tags'].map((name) => `${BADGE}:${name}`),
);

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  await client.query(`
    SET TIME ZONE 'Europe/Paris';
    CREATE TEMP TABLE people (id uuid DEFAULT gen_random_uuid(), user_name text, external_id text, active boolean,
      created_at timestamptz(3), other_id uuid, search jsonb)`);
});
afterAll(() => client.end());

it('begins behind any row with exactly those that follow it, whatever is sorted by', async () => {
  const order = fc.constantFrom('ascending', 'descending');
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), order, async (rows, sortOrder) => {
      await client.query('TRUNCATE people');
      for (const person of rows) await store(person);
      for (const sortBy of [undefined, ...SORTS]) {
        const sort = readSort(sortBy, sortOrder, USER, () => undefined);
        const { order: by, key, behind } = keysetOf(sort, COLUMNS, 'm.id');
        const { rows: places } = await client.query<Place>(`SELECT m.id, ${key} AS key FROM people m ORDER BY ${by}`);
        for (const [index, place] of places.entries()) {
          const values: unknown[] = [];
          const text = `SELECT m.id, ${key} AS key FROM people m WHERE ${behind(place, values)} ORDER BY ${by}`;
          expect([sortBy, (await client.query<Place>(text, values)).rows]).toEqual([sortBy, places.slice(index + 1)]);
        }
      }
    }),
    { numRuns: 10 },
  );
});

interface Place {
  readonly id: string;
  readonly key: string | null;
}

async function store(person: object): Promise<void> {
  await client.query(
    `INSERT INTO people (user_name, external_id, active, created_at, other_id, search)
     SELECT user_name, external_id, active, created_at, other_id, search FROM jsonb_populate_record(NULL::people, $1)`,
    [JSON.stringify(person)],
  );
}

it('gives dates of several lists keys that compare as the dates do, in whatever time zone they were read', async () => {
  const { key } = keysetOf(
    readSort('meta.created', undefined, USER, () => undefined),
    COLUMNS,
    'm.id',
  );
  const dates = ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-03-29T01:00:00.100Z'];
  const keysIn = async (zone: string) => {
    await client.query(`SET TIME ZONE '${zone}'`);
    const text = `SELECT ${key} AS key FROM unnest($1::timestamptz[]) WITH ORDINALITY AS m(created_at, n) ORDER BY n`;
    return (await client.query<Place>(text, [dates])).rows.map((place) => place.key);
  };
  const keys = await keysIn('Europe/Paris');
  expect(keys).toEqual([...keys].sort());
  expect(await keysIn('America/New_York')).toEqual(keys);
});
