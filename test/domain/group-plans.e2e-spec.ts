import type { QueryRunner } from 'typeorm';
import { readFilter } from '../../libs/scim/src/core/filter/read-filter.js';
import { GROUP_RESOURCE_TYPE } from '../../libs/scim/src/core/schema/group-resource-type.js';
import { CHANGE_MEMBERSHIPS } from '../../libs/scim/src/groups/change-memberships.statement.js';
import { GROUP_FILTER_COLUMNS } from '../../libs/scim/src/groups/group-filter-columns.js';
import { LOOK_UP_GROUPS } from '../../libs/scim/src/groups/group-lookups.js';
import { GROUP_COLUMNS } from '../../libs/scim/src/groups/group-row.js';
import {
  FIND_GROUP_WITH_MEMBERS,
  LIST_MEMBER_IDS,
  LIST_MEMBERS,
  LOCK_GROUP,
  LOCK_GROUPS,
  OF_CONNECTION,
} from '../../libs/scim/src/groups/read.statements.js';
import { CREATE_GROUP, DELETE_GROUP, FORGET_USER, UPDATE_GROUP } from '../../libs/scim/src/groups/write.statements.js';
import { filterToSql } from '../../libs/scim/src/sql/filter-to-sql.js';
import type { PreparedStatement } from '../../libs/scim/src/sql/prepared.js';
import { GROUPS_OF_USERS, LIST_USERS_AFTER, LOCK_USER } from '../../src/provisioning/user-statements.js';
import { Domain } from './domain.js';

const ID = '018f2c1e-0000-7000-8000-000000000001';

const where = (filter: string): PreparedStatement => {
  const checked = readFilter(filter, GROUP_RESOURCE_TYPE, () => undefined)!;
  const condition = filterToSql(checked, GROUP_FILTER_COLUMNS, ['organization', 'connection']);
  return { name: filter, text: `SELECT ${GROUP_COLUMNS} FROM scim_groups g WHERE ${OF_CONNECTION} AND ${condition}` };
};

const STATEMENTS: PreparedStatement[] = [
  LOOK_UP_GROUPS,
  FIND_GROUP_WITH_MEMBERS,
  LOCK_GROUP,
  LOCK_GROUPS,
  LIST_MEMBERS,
  LIST_MEMBER_IDS,
  CREATE_GROUP,
  UPDATE_GROUP,
  DELETE_GROUP,
  FORGET_USER,
  CHANGE_MEMBERSHIPS,
  where('displayName eq "Engineers"'),
  where('externalId eq "x1"'),
  where(`id eq "${ID}"`),
  where(`members.value eq "${ID}"`),
  where(`members[value eq "${ID}"]`),
  where(`id eq "${ID}" and members[value eq "${ID}"]`),
  LOCK_USER,
  LIST_USERS_AFTER,
  GROUPS_OF_USERS,
];

const SEED = `
  INSERT INTO organizations (id, name) VALUES ('${ID}', 'Acme');
  INSERT INTO scim_connections (id, organization_id, name, state) VALUES ('okta', '${ID}', 'Okta', 'active');
  CREATE TEMP TABLE seeds AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, 20000) AS n;
  INSERT INTO users (id, name) SELECT id, n FROM seeds;
  INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key, name, name_key,
      active, role, profile)
    SELECT '${ID}', id, id, 'okta', n, n, n, n, n, TRUE, 'read_only', '{}' FROM seeds;
  INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key, external_id, member_count)
    SELECT '${ID}', id, 'okta', n, n, n, CASE n WHEN 1 THEN 20000 ELSE 10 END FROM seeds WHERE n <= 2000;
  INSERT INTO scim_group_members
    SELECT '${ID}', g.id, u.id FROM seeds g JOIN seeds u ON g.n = 1 OR u.n % 2000 = g.n % 2000 WHERE g.n <= 2000;
  DROP TABLE seeds;
  ANALYZE members, users, scim_groups, scim_group_members;
`;

describe.each([
  ['an empty database', ''],
  ['a full one', SEED],
])('plans made on %s', (_, seed) => {
  let domain: Domain;
  let runner: QueryRunner;

  beforeAll(async () => {
    domain = await Domain.open();
    runner = domain.tx.dataSource.createQueryRunner();
    if (seed) await runner.query(seed);
    await runner.query('SET plan_cache_mode = force_generic_plan');
  });
  afterAll(async () => {
    await runner.release();
    await domain.close();
  });

  it.each(STATEMENTS)('read nothing but what they look for: $name', async ({ text }) => {
    const lines = await planOf(text);
    const scans = lines.flatMap((line, index) =>
      / on (scim_group\w*|members)\b/.test(line) && line.includes('Scan') && !isAskedOnce(lines[index - 1])
        ? [[line, lines[index + 1] ?? '']]
        : [],
    );
    expect(scans).not.toEqual([]);
    for (const [scan, condition] of scans) {
      expect(scan).toMatch(/Index|Bitmap Heap|Tid/);
      expect(condition).toMatch(/Cond: .*\b(id|group_id|user_id|display_name_key|external_id|ctid) [=>] |TID Cond/);
    }
  });

  async function planOf(text: string): Promise<string[]> {
    const parameters = new Set(text.match(/\$\d+/g));
    await runner.query(`PREPARE statement AS ${text}`);
    const plan = (await runner.query(`EXPLAIN EXECUTE statement(${[...parameters].map(() => 'NULL').join()})`)) as {
      'QUERY PLAN': string;
    }[];
    await runner.query('DEALLOCATE statement');
    return plan.map((row) => row['QUERY PLAN']);
  }
});

/** Whether the connection has any group: one row, once a statement. */
const isAskedOnce = (line = '') => line.includes('InitPlan');
