import { aGroup, expectRefusal, GROUP, memberIdsOf, membersOf, replace, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let ada: Document;
  let bob: Document;
  beforeAll(async () => {
    acme = await road.anOrganization();
    [ada, bob] = [await acme.addUser('ada'), await acme.addUser('bob')];
  });
  afterEach(() => acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]));

  const storedOf = (id: string) =>
    acme.query('SELECT display_name, external_id, member_count, revision FROM scim_groups WHERE id = $1', [id]);

  it('creates a group: answer, row and audit entry', async () => {
    const { status, headers, body } = await acme.scim.post('/Groups', { ...aGroup('Crew', ada), externalId: 'x-1' });
    const location = `${acme.scim.baseUrl}/Groups/${body.id}`;
    expect({ status, location: headers.get('location'), etag: headers.get('etag') }).toEqual({
      status: 201,
      location,
      etag: 'W/"1"',
    });
    const $ref = `${acme.scim.baseUrl}/Users/${ada.id}`;
    expect(body).toEqual({
      schemas: [GROUP],
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      externalId: 'x-1',
      displayName: 'Crew',
      members: [{ value: ada.id, $ref, type: 'User', display: 'ada Lovelace' }],
      meta: {
        resourceType: 'Group',
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        lastModified: (body.meta as { created?: string }).created,
        location,
        version: 'W/"1"',
      },
    });
    expect((await acme.scim.get(`/Groups/${body.id}`)).body).toEqual(body);
    expect(await storedOf(body.id)).toEqual([
      { display_name: 'Crew', external_id: 'x-1', member_count: 1, revision: 1 },
    ]);
    expect(await acme.audit(body.id)).toMatchObject([
      {
        action: 'group.created',
        actorKind: 'connection',
        actorId: acme.connectionId,
        subjectName: 'Crew',
        details: { externalId: 'x-1', members: { total: 1, ids: [ada.id] } },
      },
    ]);
  });

  it('replaces name and members by a PUT: answer, row and audit entries', async () => {
    const { id } = await acme.addGroup('Crew', [ada], { externalId: 'x-1' });
    const { status, headers, body } = await acme.scim.put(`/Groups/${id}`, aGroup('Staff', bob));
    expect({ status, etag: headers.get('etag'), location: headers.get('location') }).toEqual({
      status: 200,
      etag: body.meta.version,
      location: body.meta.location,
    });
    expect(body).toMatchObject({ id, displayName: 'Staff', externalId: 'x-1' });
    expect(memberIdsOf(body)).toEqual([bob.id]);
    expect((await acme.scim.get(`/Groups/${id}`)).body).toEqual(body);
    expect(await storedOf(id)).toMatchObject([{ display_name: 'Staff', external_id: 'x-1', member_count: 1 }]);
    expect((await acme.audit(id)).slice(0, 2).reverse()).toMatchObject([
      { action: 'group.renamed', details: { name: { from: 'Crew', to: 'Staff' } } },
      {
        action: 'group.members_changed',
        details: { added: { total: 1, ids: [bob.id] }, removed: { total: 1, ids: [ada.id] } },
      },
    ]);
  });

  it.each([
    ['no members', {}],
    ['null', { members: null }],
    ['an empty list', { members: [] }],
  ])('is emptied by a PUT with %s, and shows that it is empty', async (_, rest) => {
    const { id } = await acme.addGroup('Crew', [ada, bob]);
    const { body } = await acme.scim.put(`/Groups/${id}`, { schemas: [GROUP], displayName: 'Crew', ...rest });
    expect(body['members']).toEqual([]);
    expect((await acme.scim.get(`/Groups/${id}`)).body['members']).toEqual([]);
    expect((await acme.scim.get('/Groups')).body.Resources).toMatchObject([{ id, members: [] }]);
    expect(await storedOf(id)).toMatchObject([{ member_count: 0 }]);
  });

  it('is changed by no PUT that says what is so already', async () => {
    const group = await acme.addGroup('Crew', [ada, bob], { externalId: 'x-1' });
    const before = await acme.state();
    const again = { ...group, members: membersOf(bob, ada, bob) };
    const { status, body } = await acme.scim.put(`/Groups/${group.id}`, again);
    expect({ status, body }).toEqual({ status: 200, body: group });
    expect(await acme.state()).toEqual(before);
  });

  it('is deleted for good, and its name is free', async () => {
    const group = await acme.addGroup('Crew', [ada]);
    const { status, text } = await acme.scim.delete(`/Groups/${group.id}`);
    expect([status, text]).toEqual([204, '']);
    const path = `/Groups/${group.id}`;
    expectRefusal(await acme.scim.get(path), 404);
    expectRefusal(await acme.scim.put(path, aGroup('Crew')), 404);
    expectRefusal(await acme.scim.patch(path, replace('displayName', 'Staff')), 404);
    expectRefusal(await acme.scim.delete(path), 404);
    expect((await acme.scim.get('/Groups')).body).toMatchObject({ totalResults: 0, Resources: [] });
    expect((await acme.scim.get(`/Users/${ada.id}`)).body).not.toHaveProperty('groups');
    expect(await acme.audit(group.id)).toMatchObject([{ action: 'group.deleted', subjectName: 'Crew' }, {}]);
    expect((await acme.addGroup('Crew')).id).not.toBe(group.id);
  });

  it('is never created by a PUT', async () => {
    for (const id of [UNKNOWN_ID, 'crew', ada.id])
      expectRefusal(await acme.scim.put(`/Groups/${id}`, aGroup('Crew')), 404);
    expect((await acme.scim.get('/Groups')).body.totalResults).toBe(0);
  });

  it('ignores what is read-only', async () => {
    const meta = {
      resourceType: 'User',
      created: '2001-01-01T00:00:00Z',
      version: 'W/"99"',
      location: 'https://a.test',
    };
    const sent = { ...aGroup('Crew'), id: UNKNOWN_ID, meta };
    const { body } = await acme.scim.post('/Groups', sent);
    expect(body.id).not.toBe(UNKNOWN_ID);
    expect(body).toMatchObject({ meta: { resourceType: 'Group', version: 'W/"1"' } });
    expect((await acme.scim.put(`/Groups/${body.id}`, sent)).body).toEqual(body);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['no displayName', {}],
    ['an empty displayName', { displayName: '' }],
    ['null for a displayName', { displayName: null }],
    ['a number for a displayName', { displayName: 7 }],
    ['a displayName that is too long', { displayName: 'x'.repeat(513) }],
    ['members that are text', { displayName: 'Staff', members: 'ada' }],
    ['a member that is text', { displayName: 'Staff', members: ['ada'] }],
    ['a member without a value', { displayName: 'Staff', members: [{ display: 'ada' }] }],
    ['a member whose value is a number', { displayName: 'Staff', members: [{ value: 7 }] }],
  ])('refuses %s, and changes nothing', async (_, sent) => {
    const { id } = await acme.addGroup('Crew', [ada]);
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Groups', { schemas: [GROUP], ...sent }), 400, 'invalidValue');
    expectRefusal(await acme.scim.put(`/Groups/${id}`, { schemas: [GROUP], ...sent }), 400, 'invalidValue');
    expect(await acme.state()).toEqual(before);
  });

  it('tells in the request log what was asked for and what changed, and the request id in the audit log', async () => {
    const { id } = await acme.addGroup('Crew', [ada]);
    await acme.scim.patch(`/Groups/${id}`, { Operations: [{ op: 'Add', path: 'members', value: membersOf(bob) }] });
    await acme.scim.put(`/Groups/${id}`, aGroup('Staff', ada, bob));
    await acme.scim.get(`/Groups/${id}`);
    await acme.scim.get('/Groups');
    await acme.scim.delete(`/Groups/${id}`);
    const entries = (await acme.activity()).slice(0, 6).reverse();
    expect(entries).toMatchObject([
      { operation: 'Groups.create', status: 201, resource_id: id, changed: ['displayName', 'members'] },
      { operation: 'Groups.patch', status: 200, resource_id: id, changed: ['members'] },
      { operation: 'Groups.replace', status: 200, resource_id: id, changed: ['displayName'] },
      { operation: 'Groups.get', status: 200, resource_id: id, changed: [] },
      { operation: 'Groups.list', status: 200, resource_id: null, changed: [] },
      { operation: 'Groups.remove', status: 204, resource_id: id },
    ]);
    expect([...(entries[1]!['leniencies'] as string[])].sort()).toEqual(['missing-schemas', 'op-case']);
    const written = [entries[0], entries[1], entries[2], entries[5]].map((entry) => entry!['request_id']);
    expect((await acme.audit(id)).map(({ requestId }) => requestId).reverse()).toEqual(written);
  });
});
