import { aGroup, expectRefusal, memberIdsOf, membersOf, patchOf } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Answer, Document } from './support/scim-client.js';

interface Membership {
  readonly added: { readonly ids: readonly string[] };
  readonly removed: { readonly ids: readonly string[] };
}

onEachAdapter((road) => {
  let acme: Organization;
  const users: Document[] = [];
  beforeAll(async () => {
    acme = await road.anOrganization();
    for (let number = 0; number < 50; number += 1) users.push(await acme.addUser(`user-${number}`));
  });
  afterEach(() => acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]));

  const add = (group: Document, ...who: Document[]) =>
    acme.scim.patch(`/Groups/${group.id}`, patchOf({ op: 'add', path: 'members', value: membersOf(...who) }));
  const remove = (group: Document, who: Document) =>
    acme.scim.patch(`/Groups/${group.id}`, patchOf({ op: 'remove', path: `members[value eq "${who.id}"]` }));

  /** That everybody counts the same members. */
  async function membersIn({ id }: Document): Promise<readonly string[]> {
    const shown = memberIdsOf((await acme.scim.get(`/Groups/${id}`)).body);
    const [counted] = await acme.query(
      `SELECT member_count AS "memberCount", (
         SELECT count(*)::int FROM scim_group_members WHERE group_id = $1) AS rows
       FROM scim_groups WHERE id = $1`,
      [id],
    );
    expect(counted).toEqual({ memberCount: shown.length, rows: shown.length });
    return shown;
  }

  const idsOf = (some: readonly Document[]) => some.map(({ id }) => id).sort();

  it('fifty PATCHes at once lose none of the others’ members', async () => {
    const group = await acme.addGroup('Crew', users.slice(0, 25));
    for (const present of [users.slice(0, 25), users.slice(25)]) {
      const answers = await Promise.all(
        users.map((user) => (present.includes(user) ? remove(group, user) : add(group, user))),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await membersIn(group)).toEqual(idsOf(users.filter((user) => !present.includes(user))));
    }
  });

  it('fifty chains of PATCHes leave each member as its last acknowledged one says', async () => {
    const group = await acme.addGroup('Crew');
    await Promise.all(
      users.map(async (user, index) => {
        for (let turn = 0; turn < 3 + (index % 2); turn += 1)
          expect((await (turn % 2 === 0 ? add(group, user) : remove(group, user))).status).toBe(200);
      }),
    );
    expect(await membersIn(group)).toEqual(idsOf(users.filter((_, index) => index % 2 === 0)));
  });

  it('of fifty PATCHes on the same five members, those who are in are those whom the audit log left in', async () => {
    const few = users.slice(0, 5);
    const group = await acme.addGroup('Crew', few.slice(0, 2));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const user = few[index % 5]!;
        return index % 3 === 0 ? add(group, user, ...few.slice(3)) : remove(group, user);
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const balance = new Map(few.map(({ id }, index) => [id, index < 2 ? 1 : 0]));
    for (const { action, details } of await acme.audit(group.id)) {
      if (action !== 'group.members_changed') continue;
      const { added, removed } = details as Membership;
      for (const id of added.ids) balance.set(id, balance.get(id)! + 1);
      for (const id of removed.ids) balance.set(id, balance.get(id)! - 1);
    }
    expect(Object.fromEntries(balance)).toEqual(await presenceOf(group, few));
  });

  async function presenceOf(group: Document, some: readonly Document[]) {
    const present = new Set(await membersIn(group));
    return Object.fromEntries(some.map(({ id }) => [id, Number(present.has(id))]));
  }

  it('a PUT, renames, adds and deleted members at once leave one state that all agree on', async () => {
    const group = await acme.addGroup('Crew', users.slice(10, 20));
    const leaving = [await acme.addUser('leaving-1'), await acme.addUser('leaving-2')];
    await add(group, ...leaving);
    const answers: readonly Answer[] = await Promise.all([
      acme.scim.put(`/Groups/${group.id}`, aGroup('Staff', ...users.slice(0, 10))),
      ...users.slice(20).map((user) => add(group, user)),
      ...leaving.map(({ id }) => acme.scim.delete(`/Users/${id}`)),
      acme.scim.patch(`/Groups/${group.id}`, patchOf({ op: 'replace', path: 'displayName', value: 'Team' })),
    ]);
    for (const { status } of answers) expect([200, 204]).toContain(status);
    const members = await membersIn(group);
    expect(members).toEqual(expect.arrayContaining(idsOf(users.slice(0, 10))));
    for (const { id } of [...leaving, ...users.slice(10, 20)]) expect(members).not.toContain(id);
  });

  it('one of twenty wins who create a group of that name at once', async () => {
    const spell = (index: number) =>
      Array.from('crew', (letter, at) => ((index >> at) & 1 ? letter.toUpperCase() : letter));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => acme.scim.post('/Groups', aGroup(spell(index).join(''), users[0]!))),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(19);
    for (const answer of refused) expectRefusal(answer, 409, 'uniqueness');
    expect((await acme.scim.get('/Groups')).body.totalResults).toBe(1);
  });

  it('one of twenty wins who write the same version', async () => {
    const group = await acme.addGroup('Crew');
    const answers = await Promise.all(
      users.slice(0, 20).map((user) => {
        const body = patchOf({ op: 'add', path: 'members', value: membersOf(user) });
        return acme.scim.patch(`/Groups/${group.id}`, body, { 'if-match': group.meta.version });
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) expectRefusal(answer, 412);
    expect(await membersIn(group)).toHaveLength(1);
  });
});
