import { bulkOf, creates, idOf, resultsOf, statusesOf } from './support/bulk.js';
import { aUser, expectRefusal, membersOf } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => {
    acme = await road.anOrganization();
  });

  it('creates each of 1 000 once, whoever else creates the same', async () => {
    const users = Array.from({ length: 1_000 }, (_, index) =>
      creates('/Users', `u${index}`, { userName: `u-${index}` }),
    );
    const answers = await Promise.all([
      acme.scim.post('/Bulk', bulkOf(...users)),
      acme.scim.post('/Bulk', bulkOf(...[...users].reverse())),
    ]);
    const statuses = answers.flatMap(statusesOf);
    expect(statuses.filter((status) => status === '201')).toHaveLength(1_000);
    expect(statuses.filter((status) => status === '409')).toHaveLength(1_000);
    expect((await acme.scim.list({ count: '0' })).body.totalResults).toBe(1_000);
    const ids = answers.flatMap(resultsOf).flatMap((result) => (result.status === '201' ? idOf(result) : []));
    expect(new Set(ids).size).toBe(1_000);
  });

  it('lets two of them change the same Groups and Users in opposite order', async () => {
    const people = await Promise.all(['ada', 'bob', 'cleo'].map((name) => acme.addUser(name)));
    const groups = [await acme.addGroup('One'), await acme.addGroup('Two'), await acme.addGroup('Three')];
    const change = (op: 'add' | 'remove') => [
      ...groups.map(({ id }) => ({
        method: 'PATCH',
        path: `/Groups/${id}`,
        data: { Operations: [{ op, path: 'members', value: membersOf(...people) }] },
      })),
      ...people.map(({ id }) => ({
        method: 'PATCH',
        path: `/Users/${id}`,
        data: { Operations: [{ op: 'replace', path: 'title', value: op }] },
      })),
      { method: 'PUT', path: `/Users/${people[0]?.id}`, data: aUser('ada', { active: op === 'add' }) },
    ];
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([
        acme.scim.post('/Bulk', bulkOf(...change('add'))),
        acme.scim.post('/Bulk', bulkOf(...change('remove').reverse())),
        acme.scim.post('/Bulk', bulkOf(...change('add').reverse())),
      ]);
      expect(new Set(answers.flatMap(statusesOf))).toEqual(new Set(['200']));
    }
  });
});

onEachAdapter(
  (road) => {
    it('counts each operation against the rate of the connection, and waits rather than fail', async () => {
      const acme = await road.anOrganization();
      const users = ['a', 'b', 'c', 'd', 'e'].map((name) => creates('/Users', name, aUser(name)));
      expect(statusesOf(await acme.scim.post('/Bulk', bulkOf(...users)))).toEqual(Array(5).fill('201'));
      expectRefusal(await acme.scim.list({ count: '0' }), 429);
    });
  },
  { RULEFORGE_SCIM_REQUESTS_PER_SECOND: '5' },
);
