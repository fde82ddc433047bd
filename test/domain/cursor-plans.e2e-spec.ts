import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { readFilter } from '../../libs/scim/src/core/filter/read-filter.js';
import { readSort } from '../../libs/scim/src/core/filter/read-sort.js';
import { GROUP_RESOURCE_TYPE } from '../../libs/scim/src/core/schema/group-resource-type.js';
import { Groups } from '../../libs/scim/src/groups/groups.service.js';
import { GROUPS_OF_USERS } from '../../src/provisioning/user-statements.js';
import { type Acme, Domain, USER_TYPE } from './domain.js';
import { type SentStatement, watchStatements } from './watch-statements.js';

const ignore = () => undefined;
const PEOPLE = 20_000;

const SEED = `
  CREATE TEMP TABLE seeds AS SELECT gen_random_uuid() AS id, n, now() - n * interval '1 s' AS at FROM generate_series(1, ${PEOPLE}) n;
  INSERT INTO users (id, name) SELECT id, n FROM seeds;
  INSERT INTO members (organization_id, id, user_id, connection_id, user_name, user_name_key, name, name_key, active, role,
      created_at, modified_at)
    SELECT '$1', id, id, '$2', n, lpad(n::text, 6, '0'), n, n, TRUE, 'read_only', at, at FROM seeds;
  INSERT INTO member_counts (organization_id, shard, listed, seated) VALUES ('$1', 99, ${PEOPLE}, ${PEOPLE});
  INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key)
    SELECT '$1', id, '$2', n, lpad(n::text, 6, '0') FROM seeds;
  DROP TABLE seeds;
  ANALYZE members, users, scim_groups;
`;

/** As EXPLAIN (FORMAT JSON) tells of one step. */
interface Step {
  readonly 'Node Type': string;
  readonly 'Index Cond'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

describe(`a page behind a place, among ${PEOPLE}`, () => {
  let domain: Domain;
  let acme: Acme;
  let runner: QueryRunner;
  let sent: SentStatement[];

  beforeAll(async () => {
    domain = await Domain.open();
    acme = await domain.anOrganization();
    await acme.connect();
    await domain.query(SEED.replaceAll('$1', acme.id).replaceAll('$2', acme.connectionId));
    sent = watchStatements(domain);
    runner = domain.tx.dataSource.createQueryRunner();
  });
  afterAll(async () => {
    await runner.release();
    await domain.close();
  });

  const QUERIES: readonly [string, { sortBy?: string; sortOrder?: string; filter?: string }, RegExp][] = [
    ['Users', {}, /\bid > /],
    ['Users', { filter: 'active eq true' }, /\bid > /],
    ['Users', { sortBy: 'userName' }, /user_name_key >= /],
    ['Users', { sortBy: 'userName', sortOrder: 'descending' }, /user_name_key <= /],
    ['Users', { sortBy: 'meta.lastModified' }, /modified_at >= /],
    ['Users', { sortBy: 'meta.lastModified', sortOrder: 'descending', filter: 'active eq true' }, /modified_at <= /],
    ['Groups', {}, /\bid > /],
    ['Groups', { sortBy: 'displayName' }, /display_name_key >= /],
  ];

  it.each(QUERIES)('is found by an index and costs what the first costs: %s %j', async (kind, query, condition) => {
    const type = kind === 'Users' ? USER_TYPE : GROUP_RESOURCE_TYPE;
    const filter = readFilter(query.filter, type, ignore);
    const sort = readSort(query.sortBy, query.sortOrder, type, ignore);
    const ask = async (more: object) => {
      sent.length = 0;
      const wanted = { filter, sort, startIndex: 1, count: 10, ...more };
      const found =
        kind === 'Users'
          ? await acme.directory.query(acme.scope, wanted)
          : await new Groups()
              .query(acme.scope, wanted, 'none')
              .then(({ groups, keys }) => ({ resources: groups, keys }));
      const [statement, ...others] = sent.filter(({ text }) => text !== GROUPS_OF_USERS.text);
      expect(others).toEqual([]);
      return { ...found, statement: statement! };
    };
    const middle = await ask({ startIndex: PEOPLE - 100 });
    const after = { id: middle.resources.at(-1)!.id, key: middle.keys?.at(-1) ?? null };
    const { resources, statement } = await ask({ after, total: PEOPLE });
    const next = await ask({ startIndex: PEOPLE - 90 });
    expect(resources.map(({ id }) => id)).toEqual(next.resources.map(({ id }) => id));

    expect(statement.text).not.toMatch(/OFFSET \$/);
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      const steps = await explain(statement, mode);
      expect(steps.filter((step) => step['Node Type'].includes('Seq Scan') && !isAskedOnce(step))).toEqual([]);
      expect(steps.map((step) => step['Index Cond'] ?? '').filter((text) => condition.test(text))).not.toEqual([]);
      for (const step of steps) expect(step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)).toBeLessThan(200);
    }
  });

  async function explain({ text, values }: SentStatement, mode: string): Promise<Step[]> {
    const literals = values.map((value) => pg.escapeLiteral(String(value)));
    await runner.query(`SET plan_cache_mode = ${mode}; PREPARE statement AS ${text}`);
    const rows: unknown = await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE statement(${literals.join()})`);
    await runner.query('DEALLOCATE statement');
    const [row] = rows as [{ 'QUERY PLAN': [{ Plan: Step }] }];
    return flat(row['QUERY PLAN'][0].Plan);
  }
});

const flat = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(flat)];

/** How many are listed, and whether there are groups: a few rows, once a page, in whatever way. */
const isAskedOnce = (step: Step) =>
  step['Relation Name'] === 'member_counts' || step['Parent Relationship'] === 'InitPlan';
