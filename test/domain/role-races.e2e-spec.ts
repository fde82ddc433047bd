import { Groups } from '../../libs/scim/src/groups/groups.service.js';
import { GroupNotFound, PreviewOutdated } from '../../src/provisioning/roles/role-mapping-errors.js';
import { Domain, OPERATOR } from './domain.js';
import { bodyOf } from './group-directory.js';
import { mapping, RoleOffice } from './role-office.js';

describe('roles, when much happens at once', () => {
  let domain: Domain;
  let office: RoleOffice;
  let people: string[];

  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());
  beforeEach(async () => {
    office = await RoleOffice.open(await domain.anOrganization());
    people = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => (await office.acme.provision(`member-${index}`)).id),
    );
  });

  /** Until it was not outrun. */
  const mapAnyhow = async (...rules: Parameters<RoleOffice['map']>): Promise<void> => {
    for (;;) {
      try {
        await office.map(...rules);
        return;
      } catch (error) {
        if (!(error instanceof PreviewOutdated)) throw error;
      }
    }
  };

  /** Computes everything anew, after which nobody has another role than before. */
  const expectNothingMissed = async () => {
    const { id: organizationId, connectionId } = office.acme;
    const before = await rolesNow();
    await domain.transactions.run(async (tx) => {
      await domain.roles.lockAll(tx, { organizationId, connectionId });
      await domain.roles.rulesChanged(tx, { organizationId, connectionId }, OPERATOR);
    });
    expect(await rolesNow()).toEqual(before);
  };
  const rolesNow = () => Promise.all(people.map((id) => office.rolesOf(id)));

  it('neither a mapping nor a membership misses the other', async () => {
    const group = await office.create('Engineers');
    for (let round = 0; round < 12; round += 1) {
      const role = round % 2 === 0 ? 'engineer' : 'reviewer';
      await Promise.all([
        mapAnyhow([mapping(group.id, role)]),
        ...people.map((id) => (round % 3 === 2 ? office.change(group.id, [], [id]) : office.change(group.id, [id]))),
      ]);
      await expectNothingMissed();
    }
  });

  it('the same member in many groups at once ends with the first in order', async () => {
    const groups = await Promise.all(['A', 'B', 'C', 'D'].map((name) => office.create(name)));
    const roles = ['security_content_lead', 'reviewer', 'engineer', 'read_only'] as const;
    await office.map(groups.map(({ id }, index) => mapping(id, roles[index]!)));
    // Each through a process of its own: one would make them together.
    const processes = groups.map(() => new RoleOffice(office.acme));
    for (let round = 0; round < 8; round += 1) {
      const isIn = round % 2 === 0;
      await Promise.all(
        groups.map(({ id }, index) =>
          isIn ? processes[index]!.change(id, people) : processes[index]!.change(id, [], people),
        ),
      );
      for (const id of people) {
        expect(await office.rolesOf(id)).toMatchObject({ role: isIn ? 'security_content_lead' : 'read_only' });
      }
    }
  });

  it('a group that arrives meets what is prepared for it at that moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const name = `Engineers ${round}`;
      const [group] = await Promise.all([
        office.create(name, people),
        mapAnyhow([mapping(name, round % 2 === 0 ? 'engineer' : 'reviewer', { by: 'name' })]),
      ]);
      expect((await office.list()).mappings).toMatchObject([{ pinned: { id: group.id } }]);
      expect(await office.rolesOf(people[0]!)).toMatchObject({ roleGroupId: group.id });
      await expectNothingMissed();
    }
  });

  it('rules wait for a group that is about to arrive', async () => {
    const { caller } = office.acme;
    const { mapped, id } = await domain.transactions.run(async (tx) => {
      const { id } = await new Groups().create({ caller, tx }, bodyOf('Engineers', people));
      const mapped = mapAnyhow([mapping('Engineers', 'engineer', { by: 'name' })]);
      await domain.untilSomebodyWaits();
      const group = { id, displayName: 'Engineers' };
      const change = { kind: 'created', group, added: people, removed: [], requestId: 'request' } as const;
      await domain.groupListener.groupsChanged({ caller, tx }, [change]);
      return { mapped, id };
    });
    await mapped;
    expect((await office.list()).mappings).toMatchObject([{ pinned: { id } }]);
    await expectNothingMissed();
  });

  it('a group that is deleted leaves no mapping, whoever maps it at that moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const group = await office.create('Engineers', people);
      const [, mapped] = await Promise.allSettled([
        office.remove(group.id),
        mapAnyhow([mapping(group.id, 'engineer')]),
      ]);
      if (mapped.status === 'rejected') expect(mapped.reason).toBeInstanceOf(GroupNotFound);
      expect((await office.list()).mappings).toEqual([]);
      expect(new Set((await rolesNow()).map(({ role }) => role))).toEqual(new Set(['read_only']));
    }
  });

  it('who is taken over while coming to a group has its role', async () => {
    const group = await office.create('Engineers');
    await office.map([mapping(group.id, 'engineer')]);
    for (let round = 0; round < 8; round += 1) {
      const id = await office.acme.addByHand(`${round}@${office.acme.id}.test`, 'reviewer');
      await Promise.all([office.adopt(id), office.change(group.id, [id])]);
      expect(await office.rolesOf(id)).toMatchObject({ role: 'engineer', roleGroupId: group.id });
    }
  });
});
