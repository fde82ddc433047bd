import { expectRefusal, GROUP, patchOf } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let ada: Document;
  let group: Document;
  beforeAll(async () => {
    acme = await road.anOrganization();
    ada = await acme.addUser('ada');
    const members = [{ value: ada.id }];
    ({ body: group } = await acme.scim.post('/Groups', { schemas: [GROUP], displayName: 'Engineers', members }));
  });

  const memberOf = ({ id }: Document, display: string) => ({
    value: id,
    $ref: `${acme.scim.baseUrl}/Users/${id}`,
    type: 'User',
    display,
  });

  it('shows a member by its id, where it is, what it is and what it is called', () =>
    expect(group['members']).toEqual([memberOf(ada, 'ada Lovelace')]));

  it('shows a User the groups that it is directly in', async () => {
    const { body } = await acme.scim.get(`/Users/${ada.id}`);
    const $ref = `${acme.scim.baseUrl}/Groups/${group.id}`;
    expect(body['groups']).toEqual([{ value: group.id, display: 'Engineers', $ref, type: 'direct' }]);
  });

  it.each([
    ['attributes=members.value', { members: [{ value: expect.any(String) }] }],
    ['attributes=displayName', { displayName: 'Engineers' }],
    ['excludedAttributes=members,meta', { displayName: 'Engineers' }],
    [
      'excludedAttributes=members.$ref,members.type,members.display,meta,displayName',
      { members: [{ value: expect.any(String) }] },
    ],
  ])('answers %s with just that, for one group and for a list', async (query, wanted) => {
    const document = { schemas: [GROUP], id: group.id, ...wanted };
    expect((await acme.scim.get(`/Groups/${group.id}?${query}`)).body).toEqual(document);
    expect((await acme.scim.get(`/Groups?${query}`)).body.Resources).toEqual([document]);
  });

  it('answers a PATCH with the group, an empty one with no members', async () => {
    const { body: created } = await acme.scim.post('/Groups', { displayName: 'Small' });
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: ada.id }] });
    const { status, headers, body } = await acme.scim.patch(`/Groups/${created.id}`, add);
    expect(status).toBe(200);
    expect(body['members']).toEqual([memberOf(ada, 'ada Lovelace')]);
    expect(headers.get('etag')).toBe(body.meta.version);
    const emptied = await acme.scim.patch(`/Groups/${created.id}`, patchOf({ op: 'remove', path: 'members' }));
    expect([emptied.status, emptied.body['members']]).toEqual([200, []]);
    await acme.scim.delete(`/Groups/${created.id}`);
  });

  it('answers a PATCH on more than a hundred members with 204, unless it is asked what to return', async () => {
    const crowd = await road.anOrganization();
    const ids: string[] = [];
    for (let number = 0; number <= 100; number++) ids.push((await crowd.addUser(`user-${number}`)).id);
    const members = ids.map((value) => ({ value }));
    const { body: large } = await crowd.scim.post('/Groups', { displayName: 'Large', members });
    expect(large['members']).toHaveLength(101);

    const rename = patchOf({ op: 'replace', path: 'displayName', value: 'Renamed' });
    const { status, headers, text } = await crowd.scim.patch(`/Groups/${large.id}`, rename);
    expect({ status, text, etag: headers.get('etag') }).toEqual({ status: 204, text: '', etag: 'W/"2"' });
    expect(headers.get('location')).toBe(large.meta.location);
    const asked = await crowd.scim.patch(`/Groups/${large.id}?attributes=displayName`, rename);
    expect([asked.status, asked.body]).toEqual([200, { schemas: [GROUP], id: large.id, displayName: 'Renamed' }]);
    const fewer = patchOf({ op: 'remove', path: `members[value eq "${ids[0]}"]` });
    expect((await crowd.scim.patch(`/Groups/${large.id}`, fewer)).body['members']).toHaveLength(100);
  });

  it.each([
    ['POST', (nested: object) => acme.scim.post('/Groups', { displayName: 'Outer', members: [nested] })],
    ['PUT', (nested: object) => acme.scim.put(`/Groups/${group.id}`, { displayName: 'Engineers', members: [nested] })],
    [
      'PATCH',
      (nested: object) =>
        acme.scim.patch(`/Groups/${group.id}`, patchOf({ op: 'add', path: 'members', value: [nested] })),
    ],
  ])('refuses groups within groups: %s', async (_, send) => {
    const before = (await acme.scim.get('/Groups')).body.Resources;
    const answer = await send({ value: group.id, type: 'Group' });
    expectRefusal(answer, 400, 'invalidValue');
    expect(answer.body['detail']).toContain('Nested groups are not supported');
    expect((await acme.scim.get('/Groups')).body.Resources).toEqual(before);
  });
});
