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
