import { composeAuditSearch, type AuditCriteria } from '../../src/audit/audit-search.js';
import { AuditExportService } from '../../src/governance/audit/audit-export.service.js';
import type { Person } from '../../src/members/person.js';
import { type Acme, Domain, OPERATOR } from './domain.js';

const ENTRIES = 30_000;

/** A log of directory entries of which few are of anybody in particular. */
const SEED = `
  INSERT INTO audit_entries (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
      subject_name)
    SELECT '$1', (lpad(to_hex(1700000000000 + n::bigint * 1000), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
      to_timestamp(1700000000 + n), 'connection', 'c', 'Directory', 'member.updated', 'member', n, 'Person ' || n
    FROM generate_series(1, ${ENTRIES}) n`;

describe('the audit log, searched', () => {
  let domain: Domain;
  let acme: Acme;
  beforeAll(async () => {
    domain = await Domain.open();
    acme = await domain.anOrganization();
    const other = await domain.anOrganization();
    for (const { id } of [acme, other]) await domain.query(SEED.replaceAll('$1', id));
    for (const [kind, name] of [
      ['group', 'Détection léads'],
      ['project', "Cloud's :* & detections\\"],
      ['member', 'Ada Lovelace <ada@acme.test>'],
      ['token', 'x'.repeat(5_000)],
    ] as const) {
      const subject = { kind, id: name.slice(0, 9), name };
      await domain.audit.record(domain.tx, { organizationId: acme.id, actor: OPERATOR, action: 'thing.made', subject });
    }
    await domain.query('ANALYZE audit_entries');
  });
  afterAll(() => domain.close());

  const find = async (criteria: Partial<AuditCriteria>, limit = 5) => {
    const wish = { organizationId: acme.id, ...criteria };
    const { entries } = await domain.transactions.run((tx) => domain.audit.search(tx, wish, limit));
    return entries.map(({ subjectName }) => subjectName.slice(0, 12));
  };

  it.each([
    ['ada', ['Ada Lovelace']],
    ['LOVEL ad', ['Ada Lovelace']],
    ['ada@acme.test', ['Ada Lovelace']],
    ['lace', []],
    ['détec', ['Détection lé']],
    ["cloud's", ["Cloud's :* &"]],
    ["' | 'x' & !", ['xxxxxxxxxxxx']],
    ['\\', ['xxxxxxxxxxxx', 'Ada Lovelace', "Cloud's :* &", 'Détection lé', 'Root']],
    ['thing.made shell project', []],
    ['\0 ada \ud800', []],
    ['person 29999', ['Person 29999']],
  ])('finds by %j what has words that begin so', async (text, found) => expect(await find({ text })).toEqual(found));

  it('keeps to kinds, to a period and to its place', async () => {
    expect(await find({ kinds: ['group', 'project'] })).toEqual(["Cloud's :* &", 'Détection lé']);
    const [from, to] = [new Date(1_700_000_010_000), new Date(1_700_000_013_000)];
    expect(await find({ from, to })).toEqual(['Person 12', 'Person 11', 'Person 10']);
    const page = (before?: string) =>
      domain.transactions.run((tx) => domain.audit.search(tx, { organizationId: acme.id, from, to, before }, 2));
    const first = await page();
    expect((await page(first.next)).entries.map(({ subjectName }) => subjectName)).toEqual(['Person 10']);
  });

  it.each(['csv', 'json'] as const)('is taken away as %s no further than the access goes', async (format) => {
    const person = { organizationId: acme.id, organizationName: 'Acme' } as Person;
    let asked = 0;
    const mayStill = () => Promise.resolve(++asked < 3);
    const file = await new AuditExportService(domain.transactions, domain.audit).export(
      person,
      { format },
      OPERATOR,
      mayStill,
    );
    await expect(file.toArray()).rejects.toThrow('Forbidden');
    expect(asked).toBe(3);
  });

  it.each<[string, Partial<AuditCriteria>, string]>([
    ['the newest page', {}, 'audit_entries_pkey'],
    ['a period', { from: new Date(1_700_000_010_000), to: new Date(1_700_000_900_000) }, 'audit_entries_pkey'],
    ['a word of most entries', { text: 'directory' }, 'audit_entries_pkey'],
    ['the kind of most entries', { kinds: ['member'] }, 'audit_entries_pkey'],
    ['a rare word', { text: 'lovelace' }, 'audit_entries_terms'],
    ['a word of nothing', { text: 'zzz' }, 'audit_entries_terms'],
    ['a rare kind', { kinds: ['project', 'review'] }, 'audit_entries_kind'],
    ['a word of most entries, and a rare kind', { kinds: ['project'], text: 'operator' }, 'audit_entries_kind'],
    ['a rare word of a common kind', { kinds: ['member'], text: 'ada lovelace' }, 'audit_entries_terms'],
  ])('reads few entries for %s', async (_, criteria, index) => {
    const indexes: (string | undefined)[] = [];
    for (const { text, values } of composeAuditSearch({ organizationId: acme.id, ...criteria }, 51)) {
      const answer: Explained[] = await domain.tx.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]);
      const { Plan } = answer[0]!['QUERY PLAN'][0];
      const steps = stepsOf(Plan);
      const looked = steps.map((step) => (step['Rows Removed by Filter'] ?? 0) + step['Actual Rows']);
      expect(Math.max(...looked)).toBeLessThan(1_100);
      indexes.push(...steps.map((step) => step['Index Name']));
      if (Plan['Actual Rows'] === 51) break;
    }
    expect(indexes).toContain(index);
  });
});

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Step }];
}

interface Step {
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];
