import { Domain } from './domain.js';
import { GroupDirectory } from './group-directory.js';
import { mapping, RoleOffice } from './role-office.js';
import { SentStatements } from './sent-statements.js';

describe('what a request on groups costs', () => {
  let domain: Domain;
  let directory: GroupDirectory;
  let users: string[];
  let statements: SentStatements;

  beforeAll(async () => {
    domain = await Domain.open();
    statements = new SentStatements(domain);
    directory = await GroupDirectory.ofNewOrganization(domain);
    users = await directory.provision(...Array.from({ length: 200 }, (_, index) => `u${index}`));
  });
  afterAll(() => domain.close());

  const costOf = async (act: () => Promise<unknown>) => (await statements.during(act)).length;

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
    const sent = await statements.during(async () => {
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

  it.each([1, 200])('does not depend on how many get another role: %i', async (count) => {
    const office = await RoleOffice.open(await domain.anOrganization());
    const some = await office.provision(...users.slice(0, count).map((_, index) => `u${index}`));
    const { id } = await office.create('Engineers');
    await office.map([mapping(id, 'engineer')]);
    expect(await costOf(() => office.change(id, some))).toBe(6);
    expect(await costOf(() => office.change(id, [], some))).toBe(7);
    await office.change(id, some);
    const rules = { defaultRole: 'reviewer', mappings: [] } as const;
    const { token } = await office.preview(rules);
    expect(await costOf(() => office.apply(rules, token))).toBe(17);
  });
});
