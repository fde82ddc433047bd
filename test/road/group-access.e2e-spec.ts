import { aGroup, expectRefusal, membersOf, patchOf, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { type Answer, type Document, ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let ada: Document;
  let group: Document;
  beforeAll(async () => {
    acme = await road.anOrganization();
    ada = await acme.addUser('ada');
  });
  beforeEach(async () => {
    await acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]);
    group = await acme.addGroup('Crew', [ada]);
  });

  const path = () => `/Groups/${group.id}`;
  const reads = (scim: ScimClient) => [scim.get('/Groups'), scim.get(path())];
  const writes = (scim: ScimClient) => [
    scim.post('/Groups', aGroup('Staff')),
    scim.put(path(), aGroup('Crew')),
    scim.patch(path(), patchOf({ op: 'remove', path: 'members', value: membersOf(ada) })),
    scim.delete(path()),
  ];

  it('asks for a token where there is none, on every route that has groups', async () => {
    const before = await acme.state();
    const nobody = new ScimClient(acme.scim.baseUrl);
    for (const answer of await Promise.all([...reads(nobody), ...writes(nobody)])) expectRefusal(answer, 401);
    expect(await acme.state()).toEqual(before);
  });

  it('lets a read-only token read groups, and nothing else', async () => {
    const { token } = await acme.issueToken({ access: 'read' });
    const before = await acme.state();
    const reader = new ScimClient(acme.scim.baseUrl, token);
    for (const { status } of await Promise.all(reads(reader))) expect(status).toBe(200);
    for (const answer of await Promise.all(writes(reader))) expectRefusal(answer, 403);
    expect(await acme.state()).toEqual(before);
  });

  it('asks the provider of a paused connection to wait', async () => {
    await acme.setConnection(`state = 'paused'`);
    const before = await acme.state();
    for (const answer of await Promise.all([...reads(acme.scim), ...writes(acme.scim)])) {
      expectRefusal(answer, 503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await acme.state()).toEqual(before);
    await acme.setConnection(`state = 'active'`);
    expect((await acme.scim.get(path())).body).toEqual(group);
  });

  const conditional = [
    ['PUT', (tag: string) => acme.scim.put(path(), aGroup('Staff'), { 'if-match': tag })],
    ['PATCH', (tag: string) => acme.scim.patch(path(), replace('members', []), { 'if-match': tag })],
    [
      'PATCH of one member',
      (tag: string) =>
        acme.scim.patch(path(), patchOf({ op: 'remove', path: `members[value eq "${ada.id}"]` }), { 'if-match': tag }),
    ],
    ['DELETE', (tag: string) => acme.scim.delete(path(), { 'if-match': tag })],
  ] as const satisfies readonly (readonly [string, (tag: string) => Promise<Answer>])[];

  it.each(conditional)('refuses a %s of another version of a group with 412, and changes nothing', async (_, write) => {
    await acme.scim.patch(path(), replace('displayName', 'Meanwhile'));
    const before = await acme.state();
    for (const tag of ['W/"1"', '"1"', 'W/"3"', 'garbage']) expectRefusal(await write(tag), 412);
    expect(await acme.state()).toEqual(before);
  });

  it.each(conditional)('lets a %s of the present version of a group pass', async (_, write) => {
    expect((await write('W/"7", W/"1"')).status).toBeLessThan(300);
  });

  it('answers 304 while nobody comes, goes or renames the group', async () => {
    const [first, second] = ['W/"1"', 'W/"2"'];
    const read = async (tag: string, query = '') =>
      (await acme.scim.get(path() + query, { 'if-none-match': tag })).status;
    expect([await read(first), await read('*'), await read(first, '?excludedAttributes=members')]).toEqual([
      304, 304, 304,
    ]);
    await acme.scim.patch(path(), patchOf({ op: 'add', path: 'members', value: membersOf(ada) }));
    expect(await read(first)).toBe(304);
    await acme.scim.patch(path(), patchOf({ op: 'remove', path: 'members', value: membersOf(ada) }));
    expect([await read(first), await read(second)]).toEqual([200, 304]);
    await acme.scim.patch(path(), replace('displayName', 'Staff'));
    expect(await read(second)).toBe(200);
  });
});
