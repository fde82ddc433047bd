import { aGroup, expectRefusal, GROUP, memberIdsOf, membersOf, patchOf } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

/** As many as one list of members may have. */
const MOST = 20_000;

onEachAdapter((road) => {
  let acme: Organization;
  let crowd: readonly { readonly id: string }[];
  beforeAll(async () => {
    acme = await road.anOrganization();
    await acme.addCrowd(MOST);
    const rows = await acme.query('SELECT id FROM members WHERE organization_id = $1 AND NOT recovery ORDER BY id', [
      acme.id,
    ]);
    crowd = rows.map(({ id }) => ({ id: String(id) }));
  });
  afterEach(() => acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]));

  const countOf = async (id: string) => {
    const [row] = await acme.query(
      `SELECT member_count AS count, (SELECT count(*)::int FROM scim_group_members WHERE group_id = $1) AS rows
       FROM scim_groups WHERE id = $1`,
      [id],
    );
    return [row?.['count'], row?.['rows']];
  };

  it('takes twenty thousand members in one body, by POST, PUT and PATCH', async () => {
    const { id } = await acme.addGroup('Everybody', crowd);
    expect(await countOf(id)).toEqual([MOST, MOST]);
    expect((await acme.scim.put(`/Groups/${id}`, aGroup('Everybody', crowd[0]!))).status).toBe(200);
    expect(await countOf(id)).toEqual([1, 1]);
    const add = patchOf({ op: 'add', path: 'members', value: membersOf(...crowd) });
    expect((await acme.scim.patch(`/Groups/${id}`, add)).status).toBe(204);
    expect(await countOf(id)).toEqual([MOST, MOST]);
    const { body } = await acme.scim.get(`/Groups/${id}`);
    expect(memberIdsOf(body)).toEqual(crowd.map((user) => user.id));
    const remove = patchOf({ op: 'remove', path: 'members', value: membersOf(...crowd.slice(1)) });
    expect((await acme.scim.patch(`/Groups/${id}`, remove)).body['members']).toMatchObject([{ value: crowd[0]!.id }]);
  });

  it('begins the list of many in the audit log, and counts them', async () => {
    const { id } = await acme.addGroup('Everybody', crowd);
    const [entry] = await acme.audit(id);
    const { members } = entry!['details'] as { members: { total: number; ids: string[] } };
    expect([members.total, members.ids.length]).toEqual([MOST, 50]);
  });

  it('refuses more than twenty thousand members in one body, and changes nothing', async () => {
    const { id } = await acme.addGroup('Crew', crowd.slice(0, 1));
    const before = await countOf(id);
    const tooMany = Array.from({ length: MOST + 1 }, () => ({ value: 'x' }));
    const whole = { schemas: [GROUP], displayName: 'Everybody', members: tooMany };
    for (const answer of [
      await acme.scim.post('/Groups', whole),
      await acme.scim.put(`/Groups/${id}`, whole),
      await acme.scim.patch(`/Groups/${id}`, patchOf({ op: 'add', path: 'members', value: tooMany })),
      await acme.scim.patch(`/Groups/${id}`, patchOf({ op: 'remove', path: 'members', value: tooMany })),
    ])
      expectRefusal(answer, 400, 'invalidValue');
    expect(await countOf(id)).toEqual(before);
  });

  it('takes a thousand operations in one PATCH, and refuses one more', async () => {
    const { id } = await acme.addGroup('Crew');
    const adds = crowd.slice(0, 1_000).map((user) => ({ op: 'add', path: 'members', value: membersOf(user) }));
    expect((await acme.scim.patch(`/Groups/${id}`, patchOf(...adds))).status).toBe(204);
    expect(await countOf(id)).toEqual([1_000, 1_000]);
    const removes = crowd.slice(0, 1_000).map((user) => ({ op: 'remove', path: `members[value eq "${user.id}"]` }));
    expectRefusal(await acme.scim.patch(`/Groups/${id}`, patchOf(...removes, adds[0]!)), 400, 'invalidValue');
    expect((await acme.scim.patch(`/Groups/${id}`, patchOf(...removes))).body['members']).toEqual([]);
  });

  it('removes by another attribute ten times in one PATCH, and not once more', async () => {
    const { id } = await acme.addGroup('Crew', crowd.slice(0, 3));
    const byName = Array.from({ length: 11 }, (_, index) => ({
      op: 'remove',
      path: `members[display sw "${index === 9 ? 'some' : index}"]`,
    }));
    expectRefusal(await acme.scim.patch(`/Groups/${id}`, patchOf(...byName)), 400, 'invalidValue');
    expect(await countOf(id)).toEqual([3, 3]);
    await acme.scim.patch(`/Groups/${id}`, patchOf(...byName.slice(0, 10)));
    expect(await countOf(id)).toEqual([0, 0]);
  });
});
