import type { AuditCriteria } from '../../src/audit/audit-criteria.js';
import { AuditExportService } from '../../src/governance/audit/audit-export.service.js';
import type { Person } from '../../src/members/person.js';
import { type Acme, Domain, OPERATOR } from './domain.js';

const ENTRIES = 30_000;
/** An entry a second, until now, but for 5 000 that came at once. */
const BEGUN = Date.now() - (ENTRIES + 10) * 1_000;

/** A log of directory entries of which few are of anybody in particular. */
const SEED = `
  INSERT INTO audit_entries (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
      subject_name)
    SELECT '$1', (lpad(to_hex((${BEGUN} + s * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
      to_timestamp(${BEGUN} / 1000.0 + s), 'connection', 'c', 'Directory', 'member.updated', 'member', n,
      CASE n % 2 WHEN 0 THEN 'Even' ELSE 'Odd' END || ' person ' || n || CASE n % 20 WHEN 0 THEN ' rounded ' ELSE '' END || CASE WHEN n = s THEN '' ELSE ' hurried' END
    FROM generate_series(1, ${ENTRIES}) n,
      LATERAL (SELECT CASE WHEN n BETWEEN 14001 AND 19000 THEN 14000 + n / 10000.0 ELSE n END AS s) AS moment`;

/** What a search means, by looking at everything. */
const PLAIN = `
  SELECT id FROM audit_entries WHERE organization_id = $1 AND at >= $4 AND at < $5
    AND (cardinality($3::text[]) = 0 OR subject_kind = ANY ($3))
    AND NOT EXISTS (SELECT FROM unnest($2::text[]) w WHERE NOT EXISTS (
      SELECT FROM regexp_split_to_table(lower(actor_name || ' ' || action || ' ' || subject_name), '[ .<>@]') t
      WHERE starts_with(t, w)))
  ORDER BY id DESC`;

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
    ['person 29999', ['Odd person 2']],
  ])('finds by %j what has words that begin so', async (text, found) => expect(await find({ text })).toEqual(found));

  it('keeps to kinds, to a period and to its place', async () => {
    expect(await find({ kinds: ['group', 'project'] })).toEqual(["Cloud's :* &", 'Détection lé']);
    const [from, to] = [new Date(BEGUN + 10_000), new Date(BEGUN + 13_000)];
    expect(await find({ from, to })).toEqual(['Even person ', 'Odd person 1', 'Even person ']);
    const page = (before?: string) =>
      domain.transactions.run((tx) => domain.audit.search(tx, { organizationId: acme.id, from, to, before }, 2));
    const first = await page();
    expect((await page(first.next)).entries.map(({ subjectName }) => subjectName)).toEqual(['Even person 10']);
  });

  it.each([
    { text: 'even odd' },
    { text: 'rounded pers' },
    { text: 'ro' },
    { text: 'ounded' },
    { text: 'rounded odd' },
    { text: 'hurried' },
    { text: 'hurried ada' },
    { text: 'rounded even' },
    { text: 'pers 9' },
    { text: 'person 299', kinds: ['member', 'group'] },
    { text: 'even person', from: new Date(BEGUN + 29_000_000), to: new Date(BEGUN + 29_500_000) },
    { text: 'even operator', kinds: ['group'] },
  ])('is looked through to its end, nothing lost and nothing twice: $text', async (criteria) => {
    const found: string[] = [];
    let place: Partial<AuditCriteria> | undefined = {};
    while (place) {
      const wish: AuditCriteria = { organizationId: acme.id, ...criteria, ...place };
      const { entries, next, lookedTo } = await domain.transactions.run((tx) => domain.audit.search(tx, wish, 50));
      found.push(...entries.map(({ id }) => id));
      if (lookedTo) expect(entries.length).toBeLessThan(50);
      const before: string | undefined = next ?? lookedTo?.id;
      place = before === undefined ? undefined : { before, goesOn: lookedTo !== undefined };
    }
    const { text, kinds = [], from, to } = { from: new Date(0), to: new Date(), ...criteria };
    const all = await domain.query(PLAIN, [acme.id, text.split(' '), kinds, from, to]);
    expect(found).toEqual(all.map((entry) => entry['id']));
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
    ['a period', { from: new Date(BEGUN + 10_000), to: new Date(BEGUN + 900_000) }, 'audit_entries_pkey'],
    ['a word of most entries', { text: 'directory' }, 'audit_entries_pkey'],
    ['the kind of most entries', { kinds: ['member'] }, 'audit_entries_pkey'],
    ['a rare word', { text: 'lovelace' }, 'audit_entries_terms'],
    ['a word of nothing', { text: 'zzz' }, 'audit_entries_terms'],
    ['a rare kind', { kinds: ['project', 'review'] }, 'audit_entries_kind'],
    ['a word of most entries, and a rare kind', { kinds: ['project'], text: 'operator' }, 'audit_entries_kind'],
    ['words of many entries, never together', { text: 'even odd' }, 'audit_entries_pkey'],
    ['a word of most entries, and a rare one', { text: 'directory lovelace' }, 'audit_entries_terms'],
    ['a rare word in a period', { text: 'lovelace', from: new Date(BEGUN) }, 'audit_entries_terms'],
    ['a rare word of a common kind', { kinds: ['member'], text: 'ada lovelace' }, 'audit_entries_terms'],
  ])('reads few entries for %s', async (_, criteria, index) => {
    const steps = await stepsOfSearch({ organizationId: acme.id, ...criteria });
    const looked = steps.map((step) => (step['Rows Removed by Filter'] ?? 0) + step['Actual Rows']);
    expect(Math.max(...looked)).toBeLessThanOrEqual(4_000);
    expect(steps.map((step) => step['Index Name'])).toContain(index);
    expect(steps.map((step) => step['Node Type'])).not.toContain('Seq Scan');
  });

  /** What PostgreSQL did for all statements of a search. */
  const stepsOfSearch = async (criteria: AuditCriteria) => {
    const steps: Step[] = [];
    await domain.transactions.run(async (tx) => {
      const query = async (text: string, values?: unknown[]) => {
        if (values) {
          const answer: Explained[] = await tx.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
          steps.push(...stepsOf(answer[0]!['QUERY PLAN'][0].Plan));
        }
        return tx.query<unknown>(text, values);
      };
      await domain.audit.search({ query } as typeof tx, criteria, 50);
    });
    return steps;
  };
});

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Step }];
}

interface Step {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];
