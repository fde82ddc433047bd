import { ScimError } from '@ruleforge/scim';
import { type Acme, Domain } from './domain.js';
import { GroupDirectory, stepOf } from './group-directory.js';

describe('changes of groups that cross each other', () => {
  let domain: Domain;
  let acme: Acme;
  /** Two processes. */
  let directories: readonly [GroupDirectory, GroupDirectory];
  let users: readonly string[];

  beforeAll(async () => {
    domain = await Domain.open();
  });
  beforeEach(async () => {
    const directory = await GroupDirectory.ofNewOrganization(domain);
    acme = directory.acme;
    directories = [directory, new GroupDirectory(acme)];
    users = await directory.provision(...Array.from({ length: 10 }, (_, index) => `u${index}`));
  });
  afterAll(() => domain.close());

  const membersOf = async (id: string) => [...(await directories[0].memberIds(id))].sort();
  const countOf = async (id: string) => {
    const [row] = await domain.query('SELECT member_count FROM scim_groups WHERE id = $1', [id]);
    return row?.['member_count'];
  };

  it('keep every one of fifty at once', async () => {
    const { id } = await directories[0].create('Everybody', users.slice(0, 5));
    for (let round = 0; round < 10; round += 1) {
      const present = new Set(await membersOf(id));
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => {
          const user = users[index % users.length]!;
          // Everybody who is in is taken out, five times over, and the others are put in.
          const [add, remove] = present.has(user) ? [[], [user]] : [[user], []];
          const directory = directories[index % 2]!;
          return index % 7 === 0
            ? directory.patch(id, { operations: [], members: [stepOf(add, []), stepOf([], remove)] })
            : directory.change(id, add, remove);
        }),
      );
      expect(await membersOf(id)).toEqual(users.filter((user) => !present.has(user)).sort());
      expect(await countOf(id)).toBe(users.length - present.size);
    }
  });

  it('leave each user as the last acknowledged change of it says', async () => {
    const groups = await Promise.all(['A', 'B', 'C'].map((name) => directories[0].create(name)));
    await Promise.all(
      groups.flatMap(({ id }, place) =>
        users.map(async (user, index) => {
          for (let turn = 0; turn <= 6 + ((index + place) % 2); turn += 1) {
            const directory = directories[(index + turn) % 2]!;
            await (turn % 2 === 0 ? directory.change(id, [user]) : directory.change(id, [], [user]));
          }
        }),
      ),
    );
    for (const [place, { id }] of groups.entries()) {
      const expected = users.filter((_, index) => (index + place) % 2 === 0).sort();
      expect(await membersOf(id)).toEqual(expected);
      expect(await countOf(id)).toBe(expected.length);
    }
  });

  it('tell the host of each membership that comes or goes exactly once', async () => {
    const { id } = await directories[0].create('Everybody');
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const [one, other] = [users[index % users.length]!, users[(index * 3 + 1) % users.length]!];
        const directory = directories[index % 2]!;
        if (index % 12 === 11) return directory.replace(id, 'Everybody', [one]);
        return one === other ? directory.change(id, [one]) : directory.change(id, [one], [other]);
      }),
    );
    const told = directories.flatMap(({ listener }) => listener.take());
    const balance = new Map(users.map((user) => [user, 0]));
    for (const { added, removed } of told) {
      for (const user of added) balance.set(user, balance.get(user)! + 1);
      for (const user of removed) balance.set(user, balance.get(user)! - 1);
    }
    const members = await membersOf(id);
    expect(
      [...balance]
        .filter(([, count]) => count === 1)
        .map(([user]) => user)
        .sort(),
    ).toEqual(members);
    expect([...balance.values()].every((count) => count === 0 || count === 1)).toBe(true);
    expect(await countOf(id)).toBe(members.length);
  });

  it('take out whom another put in while they waited', async () => {
    const { id } = await directories[0].create('Everybody', [users[0]!]);
    const runner = domain.tx.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE scim_groups SET member_count = 2 WHERE id = $1', [id]);
    await runner.query('INSERT INTO scim_group_members VALUES ($1, $2, $3)', [acme.id, id, users[1]]);
    const removal = directories[0].change(id, [users[2]!], [users[1]!]);
    await domain.untilSomebodyWaits();
    await runner.commitTransaction();
    await runner.release();
    expect(await removal).toMatchObject({ memberCount: 2 });
    expect(await membersOf(id)).toEqual([users[0], users[2]].sort());
  });

  it('show nobody who was deleted meanwhile', async () => {
    const { id } = await directories[0].create('Everybody', users);
    const outcomes = await Promise.allSettled(
      users.flatMap((user) => [
        removeUser(user),
        directories[0].change(id, [], [user]),
        directories[1].change(id, [user]),
      ]),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ScimError);
    }
    expect(await membersOf(id)).toEqual([]);
  });

  const removeUser = (user: string) =>
    domain.transactions.run(async (tx) => {
      const scope = { caller: acme.caller, tx };
      await directories[0].memberships.forget(scope, user);
      await acme.directory.remove(scope, (await acme.directory.lock(scope, user))!);
    });
});
