import type { QueryRunner } from 'typeorm';
import type { Statement } from '../../src/database/statement.js';
import {
  DROP_MAPPINGS,
  PIN_MAPPINGS,
  RECORD_GROUP_CHANGES,
} from '../../src/provisioning/roles/group-changes.statements.js';
import { APPLY_RULES_TO_MEMBERS, LOCK_MEMBERS } from '../../src/provisioning/roles/member-roles.statements.js';
import { SET_ROLE_BY_HAND } from '../../src/projects/projects.statements.js';
import { Domain } from './domain.js';

const STATEMENTS = [
  RECORD_GROUP_CHANGES,
  PIN_MAPPINGS,
  DROP_MAPPINGS,
  LOCK_MEMBERS,
  APPLY_RULES_TO_MEMBERS,
  SET_ROLE_BY_HAND,
];
const SCANNED = / on (members|projects|project_members|role_mappings|role_defaults|scim_groups|scim_group_members)\b/;

describe('what a change of a group costs', () => {
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
    'grows neither with the organization nor with the group, planned on an empty database: %s',
    async (_, { text }) => {
      const parameters = new Set(text.match(/\$\d+/g));
      await runner.query(`PREPARE statement AS ${text}`);
      const plan = (await runner.query(`EXPLAIN EXECUTE statement(${[...parameters].map(() => 'NULL').join()})`)) as {
        'QUERY PLAN': string;
      }[];
      await runner.query('DEALLOCATE statement');
      const lines = plan.map((row) => row['QUERY PLAN']);
      const scans = lines.flatMap((line, index) =>
        SCANNED.test(line) && line.includes(' Scan ') ? [[line, lines[index + 1] ?? '']] : [],
      );
      expect(scans).not.toEqual([]);
      for (const [scan, condition] of scans) {
        expect(scan).toMatch(/Index|Bitmap Heap|Tid Scan/);
        expect(condition).toMatch(/Cond: .*\b(id|user_id|member_id|group_id|connection_id|ctid)\b/);
      }
    },
  );
});
