import type { QueryRunner } from 'typeorm';
import type { Statement } from '../../src/database/statement.js';
import { END_ACCESS, REGAIN_SEAT, REMOVE_MEMBER } from '../../src/members/access.statements.js';
import { INSERT_MEMBER } from '../../src/members/insert.statement.js';
import { LOCK_MEMBER_PROFILE, READ_MEMBER_DETAILS, RENAME_MEMBER } from '../../src/members/profile.statements.js';
import { PROVISION_MEMBERS } from '../../src/members/provision.statement.js';
import { FIND_MEMBER } from '../../src/members/read.statements.js';
import { UPDATE_PROFILES } from '../../src/members/update-profile.statement.js';
import { LOOK_UPS } from '../../src/provisioning/user-lookups.js';
import { USER_COLUMNS } from '../../src/provisioning/user-row.js';
import { LOCK_USER, VISIBLE } from '../../src/provisioning/user-statements.js';
import { createDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { createEmptyDatabase } from '../support/database.js';
import { Domain } from './domain.js';

const where = (condition: string): Statement => ({
  name: condition,
  text: `SELECT ${USER_COLUMNS} FROM members m WHERE ${VISIBLE} AND ${condition}`,
});

const STATEMENTS: Statement[] = [
  PROVISION_MEMBERS,
  UPDATE_PROFILES,
  INSERT_MEMBER,
  END_ACCESS,
  REGAIN_SEAT,
  REMOVE_MEMBER,
  FIND_MEMBER,
  LOCK_MEMBER_PROFILE,
  READ_MEMBER_DETAILS,
  RENAME_MEMBER,
  LOCK_USER,
  LOOK_UPS.id,
  LOOK_UPS.userName,
  LOOK_UPS.externalId,
  where('m.user_name_key = $3'),
  where('(m.connection_id = $2 AND m.external_id = $3)'),
  where(
    'm.id IN (SELECT t.member_id FROM member_terms t WHERE t.organization_id = $1 AND t.term = left($3::text, 200))',
  ),
];

describe('plans made on an empty database', () => {
  let domain: Domain;
  let runner: QueryRunner;

  beforeAll(async () => {
    domain = await Domain.open();
    runner = domain.tx.dataSource.createQueryRunner();
    await runner.query('SET plan_cache_mode = force_generic_plan');
  });
  afterAll(async () => {
    await runner.release();
    await domain.close();
  });

  it.each(STATEMENTS.map((statement): [string, Statement] => [statement.name, statement]))(
    'never read a whole organization: %s',
    async (_, { text }) => {
      const parameters = new Set(text.match(/\$\d+/g));
      await runner.query(`PREPARE statement AS ${text}`);
      const plan = (await runner.query(`EXPLAIN EXECUTE statement(${[...parameters].map(() => 'NULL').join()})`)) as {
        'QUERY PLAN': string;
      }[];
      await runner.query('DEALLOCATE statement');
      const lines = plan.map((row) => row['QUERY PLAN']);
      const scans = lines.flatMap((line, index) =>
        / on (members|member_terms)\b/.test(line) && line.includes('Scan') ? [[line, lines[index + 1] ?? '']] : [],
      );
      expect(scans).not.toEqual([]);
      for (const [scan, condition] of scans) {
        expect(scan).toMatch(/Index|Bitmap Heap/);
        expect(condition).toMatch(/Cond: .*\b(id|term|user_id|user_name_key|external_id|member_id) = /);
      }
    },
  );
});

it('are kept until there is something to learn: what the migrations did is too little for an ANALYZE', async () => {
  const { url, drop } = await createEmptyDatabase();
  await migrate(url);
  const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
  const due = `
    SELECT c.relname FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid, pg_options_to_table(c.reloptions) AS o
    WHERE c.reltuples > 0 AND o.option_name = 'autovacuum_analyze_threshold'`;
  const told: { relname: string }[] = await dataSource.query(due);
  expect(told.map(({ relname }) => relname).sort()).toEqual([
    'member_terms',
    'members',
    'scim_group_members',
    'scim_groups',
  ]);
  expect(await dataSource.query(`${due} AND s.n_mod_since_analyze > o.option_value::int`)).toEqual([]);
  await dataSource.destroy();
  await drop();
});
