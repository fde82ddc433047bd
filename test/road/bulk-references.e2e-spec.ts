import { bulkOf, creates, idOf, resultsOf, statusesOf } from './support/bulk.js';
import { aGroup, aUser, ENTERPRISE, GROUP, memberIdsOf, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

const refersTo = (...bulkIds: readonly string[]) => bulkIds.map((bulkId) => ({ value: `bulkId:${bulkId}` }));
const managedBy = (bulkId: string) => ({
  [ENTERPRISE]: { department: 'Engines', manager: { value: `bulkId:${bulkId}` } },
});

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => {
    acme = await road.anOrganization();
  });

  const bulk = (...operations: readonly unknown[]) => acme.scim.post('/Bulk', bulkOf(...operations));
  const managerOf = async (id: string) => {
    const { body } = await acme.scim.get(`/Users/${id}`);
    return (body[ENTERPRISE] as { manager?: { value: string } } | undefined)?.manager?.value;
  };

  it('creates first what is referred to later, and answers in the order of the request', async () => {
    const results = resultsOf(
      await bulk(
        creates('/Groups', 'g', { ...aGroup('Guides'), members: refersTo('ada', 'bob') }),
        creates('/Users', 'ada', aUser('ada', managedBy('bob'))),
        creates('/Users', 'bob', aUser('bob')),
      ),
    );
    expect(results.map(({ bulkId, status }) => [bulkId, status])).toEqual([
      ['g', '201'],
      ['ada', '201'],
      ['bob', '201'],
    ]);
    const [group, ada, bob] = results.map(idOf);
    const { body } = await acme.scim.get(`/Groups/${group}`);
    expect(new Set(memberIdsOf(body))).toEqual(new Set([ada, bob]));
    expect(await managerOf(ada ?? '')).toBe(bob);
  });

  it.each([
    ['a list', { op: 'add', path: 'members', value: refersTo('ada') }],
    ['an object without path', { op: 'add', value: { members: refersTo('ada') } }],
    ['a filter', { op: 'add', path: 'members[value eq "bulkId:ada"]', value: { type: 'User' } }],
  ])('resolves references in the path of a PATCH on a Group, and in its values: %s', async (_, operation) => {
    const [group, ada, patched] = resultsOf(
      await bulk(creates('/Groups', 'g', aGroup('Guides')), creates('/Users', 'ada', aUser('ada')), {
        method: 'PATCH',
        path: '/Groups/bulkId:g',
        data: { Operations: [operation] },
      }),
    );
    expect(patched).toEqual({ location: group?.location, method: 'PATCH', version: 'W/"2"', status: '200' });
    expect(memberIdsOf((await acme.scim.get(`/Groups/${idOf(group)}`)).body)).toEqual([idOf(ada)]);
  });

  it.each([
    ['an object', { op: 'add', path: `${ENTERPRISE}:manager`, value: { value: 'bulkId:boss' } }],
    ['a text', { op: 'replace', path: `${ENTERPRISE}:manager`, value: 'bulkId:boss' }],
    ['a sub-attribute', { op: 'replace', path: `${ENTERPRISE}:manager.value`, value: 'bulkId:boss' }],
    ['a qualified key', { op: 'replace', value: { [`${ENTERPRISE}:manager`]: { value: 'bulkId:boss' } } }],
    ['an extension', { op: 'replace', value: { [ENTERPRISE]: { manager: { value: 'bulkId:boss' } } } }],
  ])('resolves a manager in a PATCH on a User: %s', async (_, operation) => {
    const ada = await acme.addUser('ada');
    const [patched, boss] = resultsOf(
      await bulk(
        { method: 'PATCH', path: `/Users/${ada.id}`, data: { Operations: [operation] } },
        creates('/Users', 'boss', aUser('boss')),
      ),
    );
    expect(patched?.status).toBe('200');
    expect(await managerOf(ada.id)).toBe(idOf(boss));
  });

  it('resolves references in a PUT, in its path and its data', async () => {
    const [ada, boss, put] = resultsOf(
      await bulk(creates('/Users', 'ada', aUser('ada')), creates('/Users', 'boss', aUser('boss')), {
        method: 'PUT',
        path: '/Users/bulkId:ada',
        data: aUser('ada', managedBy('boss')),
      }),
    );
    expect(put).toMatchObject({ location: ada?.location, status: '200', version: 'W/"2"' });
    expect(await managerOf(idOf(ada))).toBe(idOf(boss));
  });

  it('deletes what it created', async () => {
    const answer = await bulk(creates('/Users', 'a', aUser('ada')), { method: 'DELETE', path: '/Users/bulkId:a' });
    expect(statusesOf(answer)).toEqual(['201', '204']);
    expect((await acme.scim.get(`/Users/${idOf(resultsOf(answer)[0])}`)).status).toBe(404);
  });

  it('joins Users that refer to each other in a circle, and one that refers to himself', async () => {
    const results = resultsOf(
      await bulk(
        creates('/Users', 'a', aUser('ada', managedBy('b'))),
        creates('/Users', 'b', aUser('bob', managedBy('c'))),
        creates('/Users', 'c', aUser('cleo', managedBy('a'))),
        creates('/Users', 'd', aUser('dora', managedBy('d'))),
        creates('/Groups', 'g', { ...aGroup('Circle'), members: refersTo('a', 'b', 'c', 'd') }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(Array(5).fill('201'));
    const [ada = '', bob = '', cleo = '', dora = ''] = results.map(idOf);
    expect(await Promise.all([ada, bob, cleo, dora].map(managerOf))).toEqual([bob, cleo, ada, dora]);
    expect((await acme.scim.get(`/Users/${ada}`)).body.meta.version).toBe(results[0]?.version);
  });

  it('creates nobody of a circle of which one is refused', async () => {
    await acme.addUser('bob');
    const before = await acme.state();
    const answer = await bulk(
      creates('/Users', 'a', aUser('ada', managedBy('b'))),
      creates('/Users', 'b', aUser('bob', managedBy('a'))),
      creates('/Groups', 'g', { ...aGroup('Circle'), members: refersTo('a') }),
    );
    expect(resultsOf(answer)).toMatchObject([
      { status: '409', response: { detail: expect.stringContaining('circle') } },
      { status: '409', response: { scimType: 'uniqueness' } },
      { status: '409', response: { detail: expect.stringContaining('bulkId') } },
    ]);
    expect(await acme.state()).toEqual(before);
  });

  it('gives up on Groups that are members of each other (RFC 7644 §3.7.1)', async () => {
    const before = await acme.state();
    const nested = (name: string, bulkId: string) => ({
      schemas: [GROUP],
      displayName: name,
      members: [{ type: 'Group', value: `bulkId:${bulkId}` }],
    });
    const answer = await bulk(
      creates('/Groups', 'qwerty', nested('Group A', 'ytrewq')),
      creates('/Groups', 'ytrewq', nested('Group B', 'qwerty')),
      creates('/Groups', 'self', nested('Group C', 'self')),
    );
    expect(statusesOf(answer)).toEqual(['409', '409', '409']);
    expect(await acme.state()).toEqual(before);
  });

  it('fails what refers to nothing, or to what failed, and leaves nothing of it', async () => {
    const ada = await acme.addUser('ada');
    const group = await acme.addGroup('Guides');
    const before = await acme.state();
    const answer = await bulk(
      creates('/Groups', 'g', { ...aGroup('Lost'), members: refersTo('nobody') }),
      creates('/Users', 'again', aUser('ada')),
      creates('/Users', 'child', aUser('child', managedBy('again'))),
      creates('/Users', 'grandchild', aUser('grandchild', managedBy('child'))),
      {
        method: 'PATCH',
        path: '/Groups/bulkId:g',
        data: { Operations: [{ op: 'add', path: 'displayName', value: 'A' }] },
      },
      { method: 'PUT', path: `/Groups/${group.id}`, data: { ...aGroup('Guides'), members: refersTo('nobody') } },
      { method: 'DELETE', path: '/Users/bulkId:nobody' },
      { method: 'DELETE', path: `/Users/${UNKNOWN_ID}` },
    );
    expect(statusesOf(answer)).toEqual([...Array(7).fill('409'), '404']);
    const located = resultsOf(answer).map(({ location }) => location);
    expect(located.slice(0, 7)).toEqual([...Array(5).fill(undefined), group.meta.location, undefined]);
    expect(await acme.state()).toEqual(before);
    expect((await acme.scim.get(`/Users/${ada.id}`)).status).toBe(200);
  });

  it('takes for a reference neither what is read-only nor what only looks like one', async () => {
    const [, ada] = resultsOf(
      await bulk(
        creates('/Groups', 'g', { ...aGroup('Guides'), members: refersTo('a') }),
        creates('/Users', 'a', {
          ...aUser('ada', { title: 'The bulkId:g of "bulkId:nobody"' }),
          ...{ id: 'bulkId:nobody', groups: refersTo('g'), shoeSize: 'bulkId:nobody' },
        }),
      ),
    );
    expect(ada?.status).toBe('201');
    expect((await acme.scim.get(`/Users/${idOf(ada)}`)).body['title']).toBe('The bulkId:g of "bulkId:nobody"');
  });

  it('follows a chain through all operations, and a circle of all of them', async () => {
    const link = (index: number, next: number) =>
      creates('/Users', `u${index}`, { userName: `link-${index}`, [ENTERPRISE]: { manager: refersTo(`u${next}`)[0] } });
    const chain = Array.from({ length: 300 }, (_, index) => link(index, index + 1));
    const end = creates('/Users', 'u300', { userName: 'end' });
    expect(new Set(statusesOf(await bulk(...chain, end)))).toEqual(new Set(['201']));
    const circle = Array.from({ length: 200 }, (_, index) => link(1000 + index, 1000 + ((index + 1) % 200)));
    expect(new Set(statusesOf(await bulk(...circle)))).toEqual(new Set(['201']));
  });
});
