import { aGroup, expectRefusal, memberIdsOf, membersOf, patchOf, replace, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document, ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let other: Organization;
  let second: ScimClient;
  let ada: Document;
  beforeAll(async () => {
    [acme, other] = [await road.anOrganization(), await road.anOrganization()];
    second = await acme.addConnection();
    ada = await acme.addUser('ada');
  });
  afterEach(() => acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]));

  const someoneGone = async () => {
    const { id } = await acme.addUser('gone');
    await acme.scim.delete(`/Users/${id}`);
    return id;
  };

  it.each<[string, () => string | Promise<string>]>([
    ['nobody', () => UNKNOWN_ID],
    ['a member of another organization', async () => (await other.addUser('eve')).id],
    ["another connection's", async () => (await second.post('/Users', { userName: 'dan' })).body.id],
    ['deleted', someoneGone],
    ['the recovery administrator', () => acme.recoveryId()],
    ['a group', async () => (await acme.addGroup('Inner')).id],
  ])('refuses a member who is %s, always in the same words, and changes nothing', async (_, find) => {
    const stranger = { id: await find() };
    const { id } = await acme.addGroup('Crew', [ada]);
    const before = await acme.state();
    const add = patchOf({ op: 'add', path: 'members', value: membersOf(ada, stranger) });
    for (const answer of [
      await acme.scim.post('/Groups', aGroup('Others', ada, stranger)),
      await acme.scim.put(`/Groups/${id}`, aGroup('Renamed', ada, stranger)),
      await acme.scim.patch(`/Groups/${id}`, add),
      await acme.scim.patch(`/Groups/${id}`, add, { 'if-match': '*' }),
      await acme.scim.patch(`/Groups/${id}`, replace('members', membersOf(stranger))),
    ]) {
      expectRefusal(answer, 400, 'invalidValue');
      expect(answer.body['detail']).toBe(
        `No User has the id "${stranger.id}": assign the user to the application first.`,
      );
    }
    expect(await acme.state()).toEqual(before);
  });

  it('does not repeat what can be no id, neither in its answer nor in the request log', async () => {
    const { id } = await acme.addGroup('Crew', [ada]);
    const before = await acme.state();
    for (const text of ['secretive@acme.test', `${ada.id}0`, '%', 'x'.repeat(4_000)]) {
      const answer = await acme.scim.patch(`/Groups/${id}`, replace('members', membersOf(ada, { id: text })));
      expectRefusal(answer, 400, 'invalidValue');
      expect(answer.body['detail']).toBe(
        'No User has the id of one of the members: assign the user to the application first.',
      );
    }
    expect(JSON.stringify(await acme.activity())).not.toContain('secretive');
    expect(await acme.state()).toEqual(before);
  });

  it('lets nobody else have a group, and tells it as a group that does not exist', async () => {
    const group = await acme.addGroup('Crew', [ada]);
    const before = await acme.state();
    for (const scim of [second, other.scim]) {
      const unknown = await scim.get(`/Groups/${UNKNOWN_ID}`);
      expectRefusal(unknown, 404);
      const path = `/Groups/${group.id}`;
      for (const answer of [
        await scim.get(path),
        await scim.put(path, aGroup('Mine')),
        await scim.patch(path, patchOf({ op: 'remove', path: 'members', value: membersOf(ada) })),
        await scim.patch(path, replace('displayName', 'Mine')),
        await scim.delete(path),
        await scim.get('/Groups/crew'),
        await acme.scim.get(path.toUpperCase().replace('GROUPS', 'Groups')),
      ])
        expect([answer.status, answer.text]).toEqual([404, unknown.text]);
      expect((await scim.get('/Groups')).body.totalResults).toBe(0);
      const filter = new URLSearchParams({ filter: `members.value eq "${ada.id}" or displayName eq "Crew"` });
      expect((await scim.get(`/Groups?${filter.toString()}`)).body.totalResults).toBe(0);
    }
    expect(await acme.state()).toEqual(before);
  });

  it('keeps the groups of two connections of an organization apart, with the same names and the same members', async () => {
    const byHand = await acme.addByHand(`zoe-${acme.id}@acme.test`);
    const mine = await acme.addGroup('Crew', [ada, { id: byHand }], { externalId: 'x-1' });
    const theirs = await second.post('/Groups', { ...aGroup('Crew', { id: byHand }), externalId: 'x-1' });
    expect(theirs.status).toBe(201);
    const groupsOf = async (scim: ScimClient) => (await scim.get(`/Users/${byHand}`)).body['groups'];
    expect(await groupsOf(acme.scim)).toMatchObject([{ value: mine.id }]);
    expect(await groupsOf(second)).toMatchObject([{ value: theirs.body.id }]);
    const found = await second.get(
      `/Users?${new URLSearchParams({ filter: `groups.value eq "${mine.id}"` }).toString()}`,
    );
    expect(found.body.totalResults).toBe(0);
    await second.delete(`/Groups/${theirs.body.id}`);
    expect(memberIdsOf((await acme.scim.get(`/Groups/${mine.id}`)).body).sort()).toEqual([ada.id, byHand].sort());
  });

  it('loses a User who is deleted, with a new version, and not one who is deactivated', async () => {
    const bob = await acme.addUser('bob');
    const [crew, staff] = [await acme.addGroup('Crew', [ada, bob]), await acme.addGroup('Staff', [bob])];
    await acme.scim.patch(`/Users/${bob.id}`, replace('active', false));
    expect((await acme.scim.get(`/Groups/${crew.id}`)).body).toEqual(crew);
    await acme.scim.delete(`/Users/${bob.id}`);
    const [{ body: left }, { body: empty }] = [
      await acme.scim.get(`/Groups/${crew.id}`),
      await acme.scim.get(`/Groups/${staff.id}`),
    ];
    expect([memberIdsOf(left), memberIdsOf(empty)]).toEqual([[ada.id], []]);
    expect([left.meta.version, empty.meta.version]).toEqual(['W/"2"', 'W/"2"']);
    expect(await acme.query('SELECT * FROM scim_group_members WHERE user_id = $1', [bob.id])).toEqual([]);
  });

  it('shows a member by the name that it has now, and a User the name that the group has now', async () => {
    const cyd = await acme.addUser('cyd');
    const crew = await acme.addGroup('Crew', [cyd]);
    await acme.scim.patch(`/Users/${cyd.id}`, replace('displayName', 'Cyd C.'));
    await acme.scim.patch(`/Groups/${crew.id}`, replace('displayName', 'Staff'));
    expect((await acme.scim.get(`/Groups/${crew.id}`)).body['members']).toMatchObject([{ display: 'Cyd C.' }]);
    expect((await acme.scim.get(`/Users/${cyd.id}`)).body['groups']).toMatchObject([{ display: 'Staff' }]);
  });

  it('takes each member once, whatever else a client says of it', async () => {
    const said = { value: ada.id, $ref: null, display: 'Somebody else', type: 'User', operation: null };
    const { body } = await acme.scim.post('/Groups', { ...aGroup('Crew'), members: [said, { value: ada.id }, null] });
    expect(body['members']).toMatchObject([{ value: ada.id, display: 'ada Lovelace' }]);
    expect(body['members']).toHaveLength(1);
  });
});
