import type { EntityManager } from 'typeorm';
import { findMemberDetails } from '../../src/members/member-details.js';
import { listMembers, type MemberSearch } from '../../src/members/list-members.js';
import { type Acme, Domain, OPERATOR } from './domain.js';

const CROWD = 10_000;

describe('people of an organization', () => {
  let domain: Domain;
  let acme: Acme;
  beforeAll(async () => {
    domain = await Domain.open();
    acme = await domain.anOrganization();
  });
  afterAll(() => domain.close());

  const act = <Result>(work: (tx: EntityManager) => Promise<Result>) => domain.transactions.run(work);
  const namesOf = async (search: Omit<MemberSearch, 'limit'>) =>
    (await domain.members.list(domain.tx, acme.id, { limit: 10, ...search })).members.map(({ name }) => name);

  it('are renamed by hand, found by the new name and by the address, and no longer by the old name', async () => {
    const id = await acme.addByHand('old.name@acme.test');
    await act((tx) => domain.manualMembers.rename(tx, acme.id, id, ' Nova Name ', OPERATOR));
    expect(await namesOf({ text: 'nova' })).toEqual(['Nova Name']);
    expect(await namesOf({ text: 'old.name@acme.test' })).toEqual(['Nova Name']);
    const { attributes } = (await acme.directory.find(acme.scope, id))!;
    expect(attributes).toMatchObject({ displayName: 'Nova Name', userName: 'old.name@acme.test' });
    expect((await acme.auditLog())[0]).toMatchObject({
      action: 'member.renamed',
      details: { name: { from: 'old.name@acme.test', to: 'Nova Name' } },
    });
    const refused = (name: string) => act((tx) => domain.manualMembers.rename(tx, acme.id, id, name, OPERATOR));
    await expect(refused('  ')).rejects.toThrow('1 to 120');
    await expect(refused('a\0b')).rejects.toThrow('1 to 120');
    await expect(refused('a\u202Eb')).rejects.toThrow('1 to 120');
  });

  it('keep the name that a directory gives them', async () => {
    const { id } = await acme.provision('ada@acme.test', { displayName: 'Ada' });
    const rename = act((tx) => domain.manualMembers.rename(tx, acme.id, id, 'Eve', OPERATOR));
    await expect(rename).rejects.toThrow('managed by a directory');
  });

  it('are not made a second time at an address that is one of theirs, nor by an invitation instead', async () => {
    const { id } = await acme.provision('twice@acme.test', { emails: [{ value: 'second@acme.test' }] });
    for (const email of ['TWICE@acme.test', 'second@acme.test']) {
      const wish = { email, name: 'Twice', password: 'correct horse battery', role: 'engineer' } as const;
      const created = act((tx) => domain.manualMembers.create(tx, acme.id, wish, OPERATOR));
      await expect(created).rejects.toThrow('already has this userName');
    }
    await act((tx) => domain.members.remove(tx, acme.id, id, OPERATOR));
  });

  it('can be told with what hangs on them, and only in their own organization', async () => {
    const id = await acme.addByHand('detail@acme.test');
    const project = await act((tx) => domain.projects.create(tx, acme.id, 'Cloud', OPERATOR));
    const role = { memberId: id, role: 'reviewer' } as const;
    await act((tx) => domain.projects.addMember(tx, acme.id, project.id, role, OPERATOR));
    const signIn = { email: 'detail@acme.test', password: 'correct horse battery', address: '192.0.2.7' };
    await domain.signIns.signIn(signIn);
    expect(await findMemberDetails(domain.tx, acme.id, id)).toMatchObject({
      groups: [],
      projects: [{ id: project.id, name: 'Cloud', role: 'reviewer', byGroup: false }],
      sessions: 1,
      apiKeys: 0,
    });
    const other = await domain.anOrganization();
    expect(await findMemberDetails(domain.tx, other.id, id)).toBeUndefined();
  });

  it('are invited five hundred a day at most, and each a few times', async () => {
    const hooli = await domain.anOrganization();
    const invite = (email: string) =>
      act((tx) => domain.invitations.create(tx, hooli.id, { email, role: 'read_only' }, OPERATOR));
    const { id } = await invite('first@hooli.test');
    await domain.query(`UPDATE invitations SET links = 20 WHERE id = $1`, [id]);
    const again = () => act((tx) => domain.invitations.resend(tx, hooli.id, id, OPERATOR));
    await expect(again()).rejects.toThrow('many times');
    await domain.query(
      `INSERT INTO invitations (organization_id, id, email, email_key, role, state, token_digest, expires_at)
       SELECT $1, uuid_v7(), 'p' || n, 'p' || n, 'read_only', 'accepted', sha256(n::text::bytea), now()
       FROM generate_series(1, 499) AS n`,
      [hooli.id],
    );
    await expect(invite('last@hooli.test')).rejects.toThrow('500 people a day');
    const { invitations, next } = await domain.invitations.list(domain.tx, hooli.id, { state: 'accepted', limit: 400 });
    const rest = await domain.invitations.list(domain.tx, hooli.id, { state: 'accepted', limit: 400, before: next! });
    expect([invitations.length, rest.invitations.length, rest.next]).toEqual([400, 99, undefined]);
  });

  it('has an expired invitation sent again, unless the person has another one or is in', async () => {
    const globex = await domain.anOrganization();
    const invite = () =>
      act((tx) => domain.invitations.create(tx, globex.id, { email: 'x@globex.test', role: 'engineer' }, OPERATOR));
    const resend = (id: string) => act((tx) => domain.invitations.resend(tx, globex.id, id, OPERATOR));
    const first = await invite();
    await domain.query(`UPDATE invitations SET expires_at = now() - interval '1 s' WHERE organization_id = $1`, [
      globex.id,
    ]);
    const second = await invite();
    await expect(resend(first.id)).rejects.toThrow('pending invitation');
    const { token } = await resend(second.id);
    await act((tx) => domain.acceptances.accept(tx, { token, name: 'X', password: 'correct horse battery' }));
    await expect(resend(second.id)).rejects.toThrow('no such pending invitation');
    await expect(resend(first.id)).rejects.toThrow('belongs to a member');
    const { invitations } = await domain.invitations.list(domain.tx, globex.id);
    expect(invitations.map(({ state }) => state)).toEqual(['accepted', 'expired']);
  });

  it('are listed at the cost of a page, however many there are and whatever is filtered', async () => {
    await domain.query(
      `WITH seeds AS (SELECT gen_random_uuid() AS id, n::text AS n, n AS number FROM generate_series(1, $2) AS n), opened AS (
         INSERT INTO users (id, name) SELECT id, n FROM seeds RETURNING id)
       INSERT INTO members (organization_id, id, user_id, connection_id, user_name, user_name_key, name, name_key, active, role)
       SELECT $1, s.id, s.id, CASE WHEN s.number % 1000 = 0 THEN NULL ELSE 'okta' END, n, n, n, n, s.number % 500 <> 0,
         CASE WHEN s.number % 700 = 0 THEN 'reviewer' ELSE 'read_only' END
       FROM seeds s JOIN opened o ON o.id = s.id`,
      [acme.id, CROWD],
    );
    await domain.query(CROWD_TERMS, [acme.id]);
    await domain.query('ANALYZE members, member_terms');
    const searches: Omit<MemberSearch, 'limit'>[] = [
      {},
      { role: 'reviewer' },
      { role: 'read_only' },
      { managedBy: { connectionId: null } },
      { managedBy: { connectionId: 'okta' } },
      { active: false },
      { role: 'read_only', managedBy: { connectionId: 'okta' }, active: true },
      { role: 'administrator' },
    ];
    for (const search of searches) {
      expect([search, (await rowsReadBy(search)) < 1_000]).toEqual([search, true]);
    }
  });

  it.each<[string, string, Omit<MemberSearch, 'limit'>]>([
    ['that half have', 'half', {}],
    ['that one in twelve has', 'dozen', {}],
    ['that one in twelve has, of a role', 'dozen', { role: 'reviewer' }],
    ['that the last third have', 'late', { active: true }],
    ['that names begin with', '29', {}],
    ['that names and others begin with', '3', {}],
    ['of which each is common', 'late half', {}],
    ['of which each is common, never together', 'half odd', {}],
    ['of which one is rare', '2999 late odd', {}],
    ['of which one is nobody’s', 'late zoe', {}],
    ['of which one is everybody’s', 'crowd dozen late', { role: 'read_only' }],
  ])('are found by words %s: nobody missed, nobody twice, forth and back', async (_, text, search) => {
    const { role = null, active = null } = search;
    const words = text.split(' ');
    const plain = (await domain.query(PLAIN, [acme.id, words, role, active])).map(({ id }) => id);
    const pages: string[][] = [];
    let page = await domain.members.list(domain.tx, acme.id, { ...search, text, limit: 900 });
    pages.push(page.members.map(({ id }) => id));
    while (page.next !== undefined) {
      page = await domain.members.list(domain.tx, acme.id, { ...search, text, limit: 900, after: page.next });
      pages.push(page.members.map(({ id }) => id));
    }
    expect(pages.flat()).toEqual(plain);
    for (const expected of pages.slice(0, -1).reverse()) {
      page = await domain.members.list(domain.tx, acme.id, { ...search, text, limit: 900, before: page.previous! });
      expect(page.members.map(({ id }) => id)).toEqual(expected);
    }
  });

  /** Rows of members that PostgreSQL touches for a page. */
  async function rowsReadBy(search: Omit<MemberSearch, 'limit'>): Promise<number> {
    let plan: unknown;
    const explaining = {
      async query(sql: string, values: unknown[]) {
        plan = (await domain.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values))[0]!['QUERY PLAN'];
        return [];
      },
    } as unknown as EntityManager;
    await listMembers(explaining, acme.id, { limit: 50, ...search });
    return rowsOf((plan as { Plan: Node }[])[0]!.Plan);
  }
});

interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

const rowsOf = (node: Node): number =>
  (node['Relation Name'] === 'members' ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) : 0) +
  (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);

/** Of the crowd, whose names are numbers. */
const CROWD_TERMS = `
  INSERT INTO member_terms (organization_id, term, member_id)
    SELECT organization_id, term, id FROM members, unnest(ARRAY[
      name, 'crowd', CASE WHEN name::int % 2 = 0 THEN 'half' ELSE 'odd' END, CASE name::int % 12 WHEN 0 THEN 'dozens' END,
      CASE name::int % 700 WHEN 0 THEN '3rd' END, CASE WHEN name > '5' THEN 'late' END
    ]) AS term
    WHERE organization_id = $1 AND name ~ '^[0-9]+$' AND term IS NOT NULL
  ON CONFLICT DO NOTHING`;

/** What a search means. */
const PLAIN = `
  SELECT id FROM members m
  WHERE organization_id = $1 AND removed_at IS NULL AND ($3::text IS NULL OR role = $3) AND ($4::bool IS NULL OR active = $4)
    AND id IN (
      SELECT member_id FROM member_terms t JOIN unnest($2::text[]) word ON starts_with(t.term, word)
      WHERE t.organization_id = $1 GROUP BY member_id HAVING count(DISTINCT word) = cardinality($2))
  ORDER BY name_key, id`;
