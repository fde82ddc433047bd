import { readSort } from '../core/filter/read-sort.js';
import { defineAttribute } from '../core/schema/define-attribute.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import type { Columns } from './columns.js';
import { sortToSql } from './sort-to-sql.js';

const USER = userResourceType([
  { id: `urn:o'hara`, name: 'O', description: 'O', attributes: [defineAttribute('level', 'integer', 'A level.')] },
]);
const COLUMNS: Columns = {
  document: 'm.search',
  columns: new Map([
    ['username', { sql: 'm.user_name_key', type: 'text' }],
    ['meta.created', { sql: 'm.created_at', type: 'timestamp' }],
  ]),
};

it.each([
  ['userName', 'ascending', 'm.user_name_key COLLATE "C" ASC NULLS LAST'],
  ['meta.created', 'descending', 'm.created_at DESC NULLS FIRST'],
  ['name.familyName', 'ascending', `left(((m.search -> 'name') ->> 'familyName'), 512) COLLATE "C" ASC NULLS LAST`],
  ['level', 'ascending', `(m.search -> 'urn:o''hara' -> 'level') ASC NULLS LAST`],
  [
    'emails',
    'descending',
    `(SELECT left((element.value ->> 'value'), 512) FROM jsonb_array_elements((m.search -> 'emails')) WITH ORDINALITY ` +
      `AS element(value, position) ORDER BY (element.value -> 'primary') IS NOT DISTINCT FROM 'true'::jsonb DESC, position ` +
      'LIMIT 1) COLLATE "C" DESC NULLS FIRST',
  ],
])('%s %s', (sortBy, order, sql) =>
  expect(
    sortToSql(
      readSort(sortBy, order, USER, () => undefined)!,
      COLUMNS,
    ),
  ).toBe(sql),
);
