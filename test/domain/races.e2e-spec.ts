import { ScimError } from '@ruleforge/scim';
import { MemberError } from '../../src/members/member-errors.js';
import { type Acme, Domain, OPERATOR } from './domain.js';

describe('changes that cross each other', () => {
  let domain: Domain;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());

  it.each([[undefined], [6]])('keep counts, seats and names right, with %s seats', async (seats) => {
    const acme = await domain.anOrganization(seats === undefined ? {} : { seats });
    const names = ['ada', 'bob', 'cyd', 'dan'];
    for (let round = 0; round < 15; round += 1) {
      const outcomes = await Promise.allSettled(names.flatMap((name, index) => crossing(acme, name, names[index - 1])));
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(isRefusal(outcome.reason) || outcome.reason).toBe(true);
      }
      expect(await acme.count()).toEqual({ ...(await counted(acme)), seats: seats ?? null });
    }
  });

  it('lets nobody fail for another who arrives at the same moment', async () => {
    const acme = await domain.anOrganization();
    await acme.provision('taken');
    const names = [...Array.from({ length: 20 }, (_, index) => `new${index}`), 'Taken', 'twin', 'TWIN', '\uff41da'];
    const outcomes = await Promise.allSettled(names.map((name) => acme.provision(name)));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toMatchObject([{ status: 409 }, { status: 409 }, { status: 400 }]);
    expect(await acme.count()).toMatchObject({ listed: 22, active: 22 });
  });

  it('lets nobody fail for another who is changed at the same moment', async () => {
    const acme = await domain.anOrganization();
    const people = await Promise.all(['ada', 'bob', 'cyd', 'dan'].map((name) => acme.provision(name)));
    const rename = (index: number, userName: string) => {
      const person = people[index]!;
      return acme.directory.replace(acme.scope, person, { ...person.attributes, userName });
    };
    const outcomes = await Promise.allSettled([rename(0, 'eve'), rename(1, 'DAN'), rename(2, 'fay'), rename(0, 'gil')]);
    const [eve, dan, fay, gil] = outcomes;
    expect(fay).toMatchObject({ status: 'fulfilled', value: { revision: 2 } });
    expect(dan).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    // Of two changes of one revision one is made.
    expect([eve, gil].filter((outcome) => outcome.status === 'fulfilled' && outcome.value)).toHaveLength(1);
    const names = await acme.directory.query(acme.scope, { startIndex: 1, count: 10 });
    expect(names.resources.map(({ attributes }) => attributes['userName'])).toContain('fay');
  });

  const crossing = (acme: Acme, name: string, other = 'eve') => [
    acme.provision(name, { emails: [{ value: `${other}@acme.test` }] }),
    acme.provision(name.toUpperCase(), { active: false }),
    withMember(acme, name, (id) => acme.change(id, (before) => ({ ...before, userName: other, active: false }))),
    withMember(acme, name, (id) => acme.change(id, (before) => ({ ...before, active: true }))),
    withMember(acme, other, (id) => acme.remove(id)),
    withMember(acme, other, (id) =>
      domain.transactions.run((tx) => domain.members.deactivate(tx, acme.id, id, OPERATOR)),
    ),
  ];

  const withMember = async (acme: Acme, name: string, act: (id: string) => Promise<unknown>) => {
    const [member] = await domain.query(
      'SELECT id FROM members WHERE organization_id = $1 AND user_name_key = $2 AND removed_at IS NULL',
      [acme.id, name],
    );
    return member && act(String(member['id']));
  };

  const counted = async (acme: Acme) => {
    const [row] = await domain.query(
      `SELECT count(*)::int AS listed, (count(*) FILTER (WHERE active))::int AS active FROM members
       WHERE organization_id = $1 AND removed_at IS NULL AND NOT recovery`,
      [acme.id],
    );
    return row;
  };

  // Somebody may be gone between the look and the lock: the test's own helper finds nobody to change then.
  const isRefusal = (reason: unknown) =>
    reason instanceof ScimError || reason instanceof MemberError || reason instanceof TypeError;
});
