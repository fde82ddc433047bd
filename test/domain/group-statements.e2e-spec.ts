import type pg from 'pg';
import { Domain } from './domain.js';
import { GroupDirectory } from './group-directory.js';

describe('what a request on groups costs', () => {
  let domain: Domain;
  let directory: GroupDirectory;
  let users: string[];
  let sent: string[] = [];

  beforeAll(async () => {
    domain = await Domain.open();
    watch((domain.tx.dataSource.driver as unknown as { master: pg.Pool }).master);
    directory = await GroupDirectory.ofNewOrganization(domain);
    users = await directory.provision(...Array.from({ length: 200 }, (_, index) => `u${index}`));
  });
  afterAll(() => domain.close());

  const watched = new WeakSet<pg.PoolClient>();
  const watch = (pool: pg.Pool) =>
    pool.on('acquire', (client) => {
      if (watched.has(client)) return;
      watched.add(client);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      const counting = (statement: string | { text: string }, ...more: unknown[]) => {
        sent.push(typeof statement === 'string' ? statement : statement.text);
        return query(statement, ...more);
      };
      client.query = counting as typeof client.query;
    });

  const costOf = async (act: () => Promise<unknown>) => {
    sent = [];
    await act();
    return sent.length;
  };

  it.each([1, 200])('does not depend on how many members change: %i', async (count) => {
    const some = users.slice(0, count);
    const { id } = await directory.create(`Group of ${count}`);
    expect(await costOf(() => directory.create(`Another of ${count}`, some))).toBe(3);
    expect(await costOf(() => directory.change(id, some))).toBe(3);
    expect(await costOf(() => directory.change(id, [], some))).toBe(4);
    expect(await costOf(() => directory.replace(id, `Group of ${count}`, some))).toBe(5);
    expect(await costOf(() => directory.find())).toBe(1);
    expect(await costOf(() => directory.find(`members.value eq "${users[0]}"`))).toBe(1);
    expect(await costOf(() => directory.service.get(directory.exchange(), id, 'some'))).toBe(1);
    expect(await costOf(() => directory.remove(id))).toBe(4);
  });

  it('reads no member where none is asked for', async () => {
    const { id } = await directory.create('Everybody', users);
    await costOf(async () => {
      await directory.service.get(directory.exchange(), id, 'none');
      await directory.service.query(directory.exchange(), { startIndex: 1, count: 10 }, 'none');
    });
    expect(sent).toHaveLength(2);
    expect(sent.join()).not.toContain('scim_group_members');
  });

  it('is shared by those that come at the same moment', async () => {
    const { id } = await directory.create('Crowd');
    const cost = await costOf(() => Promise.all(users.slice(0, 50).map((user) => directory.change(id, [user]))));
    expect(cost).toBe(6);
    expect(await directory.memberIds(id)).toHaveLength(50);
  });
});
