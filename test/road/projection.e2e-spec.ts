import { aUser, ENTERPRISE, expectRefusal, replace, RULEFORGE, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Answer, Document } from './support/scim-client.js';

const DEFAULT = ['schemas', 'id', 'userName', 'name', 'emails', 'active', 'title', ENTERPRISE, RULEFORGE, 'meta'];

onEachAdapter((road) => {
  let acme: Organization;
  let made = 0;
  let user: Document;
  const more = { title: 'Analyst', [ENTERPRISE]: { department: 'Engines', division: 'North' } };
  beforeAll(async () => {
    acme = await road.anOrganization();
  });
  beforeEach(async () => {
    user = await acme.addUser(`person-${++made}`, more);
  });

  const one = (answer: Answer) => answer.body;
  const listed = (answer: Answer) => answer.body.Resources[0]!;
  const ANSWERS: readonly [string, (query: string) => Promise<Answer>, (answer: Answer) => Document][] = [
    ['GET', (query) => acme.scim.get(`/Users/${user.id}?${query}`), one],
    ['list', (query) => acme.scim.get(`/Users?filter=userName%20eq%20%22${user.userName}%22&${query}`), listed],
    ['POST', (query) => acme.scim.post(`/Users?${query}`, aUser(`new-${made}`, more)), one],
    [
      'PUT',
      (query) => acme.scim.put(`/Users/${user.id}?${query}`, aUser(`put-${made}`, { ...more, nickName: 'N' })),
      one,
    ],
    ['PATCH', (query) => acme.scim.patch(`/Users/${user.id}?${query}`, replace('active', false)), one],
  ];

  describe.each(ANSWERS)('the answer to %s', (_, ask, resourceIn) => {
    it('has the default set when nothing else is asked for', async () => {
      expect(
        Object.keys(resourceIn(await ask('')))
          .filter((name) => name !== 'nickName')
          .sort(),
      ).toEqual([...DEFAULT].sort());
    });

    it('has what attributes asks for, and the minimum', async () => {
      const resource = resourceIn(await ask(`attributes=userName,name.familyName,${ENTERPRISE}:department`));
      expect(resource).toEqual({
        schemas: [USER, ENTERPRISE, RULEFORGE],
        id: expect.any(String),
        userName: expect.any(String),
        name: { familyName: 'Lovelace' },
        [ENTERPRISE]: { department: 'Engines' },
      });
    });

    it('has all but what excludedAttributes names, and always the minimum', async () => {
      const resource = resourceIn(await ask(`excludedAttributes=id,schemas,emails,name.givenName,${ENTERPRISE},meta`));
      for (const name of ['emails', 'meta', ENTERPRISE]) expect(resource).not.toHaveProperty([name]);
      expect(resource).toMatchObject({
        schemas: expect.any(Array),
        id: expect.any(String),
        name: { familyName: 'Lovelace' },
      });
      expect(resource['name']).not.toHaveProperty('givenName');
    });
  });

  it.each([
    ['in any case', 'ATTRIBUTES=USERNAME', ['schemas', 'id', 'userName']],
    ['behind the URN of their schema', `attributes=${USER}:userName`, ['schemas', 'id', 'userName']],
    ['as a whole extension', `attributes=${ENTERPRISE}`, ['schemas', 'id', ENTERPRISE]],
    ['with blanks around commas', 'attributes=userName,%20title', ['schemas', 'id', 'userName', 'title']],
    ['that nobody knows, which adds nothing', 'attributes=shoeSize', ['schemas', 'id']],
    ['of which there are none, which asks for the default', 'attributes=', DEFAULT],
    ['that are always there', 'attributes=id', ['schemas', 'id']],
    ['of a list', 'attributes=emails.value', ['schemas', 'id', 'emails']],
  ])('names may be given %s', async (_, query, names) => {
    const { status, body } = await acme.scim.get(`/Users/${user.id}?${query}`);
    expect({ status, names: Object.keys(body).sort() }).toEqual({ status: 200, names: [...names].sort() });
  });

  it('never has a password, in whatever way it is asked for, and keeps none', async () => {
    const password = 't1meMa$heen';
    const answers = [
      await acme.scim.post('/Users?attributes=userName,password', aUser('secret', { password })),
      await acme.scim.patch(`/Users/${user.id}?attributes=password`, replace('password', password)),
      await acme.scim.put(`/Users/${user.id}`, aUser('put', { password })),
      await acme.scim.get('/Users?attributes=password'),
    ];
    for (const { status, text } of answers) {
      expect(status).toBeLessThan(300);
      expect(text).not.toMatch(/password|t1meMa/);
    }
    expect(JSON.stringify(await acme.state())).not.toContain('t1meMa');
    const [{ count } = {}] = await acme.query(
      'SELECT count(*)::int FROM users u JOIN members m ON m.user_id = u.id WHERE m.connection_id = $1 AND u.password_digest IS NOT NULL',
      [acme.connectionId],
    );
    expect(count).toBe(0);
  });

  it.each([
    ['both', 'attributes=userName&excludedAttributes=title'],
    ['attributes twice', 'attributes=userName&attributes=title'],
    ['more than a hundred names', `attributes=${Array.from({ length: 101 }, (_, index) => `a${index}`).join(',')}`],
  ])('refuses %s', async (_, query) => {
    expectRefusal(await acme.scim.get(`/Users/${user.id}?${query}`), 400, 'invalidValue');
  });

  it('refuses a wish that it cannot read before it writes anything', async () => {
    const before = await acme.state();
    const query = 'attributes=userName&excludedAttributes=title';
    expectRefusal(await acme.scim.post(`/Users?${query}`, aUser('unborn')), 400, 'invalidValue');
    expectRefusal(await acme.scim.patch(`/Users/${user.id}?${query}`, replace('active', false)), 400, 'invalidValue');
    expect(await acme.state()).toEqual(before);
  });
});
