import { aUser, expectRefusal, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it.each([
    ['the same userName', 'Ada@acme.test', 'Ada@acme.test'],
    ['a userName in another case', 'bob@acme.test', 'BOB@Acme.TEST'],
    ['a userName in another case, beyond ASCII', 'jürgen@acme.test', 'JÜRGEN@acme.test'],
    ['a userName that is composed in another way', 'zoe\u0308@acme.test', 'zo\u00EB@acme.test'],
  ])('refuses %s', async (_, first, second) => {
    expect((await acme.scim.post('/Users', { userName: first })).status).toBe(201);
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Users', { userName: second }), 409, 'uniqueness');
    expect(await acme.state()).toEqual(before);
  });

  it('keeps the case of a userName', async () => {
    const { body } = await acme.scim.post('/Users', { userName: 'McKay@Acme.Test' });
    expect((await acme.scim.get(`/Users/${body.id}`)).body.userName).toBe('McKay@Acme.Test');
  });

  it('refuses a PATCH to the userName of somebody else, and allows one to another case of the own', async () => {
    const { id } = await acme.addUser('cleo');
    await acme.addUser('dora');
    expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('userName', 'DORA@acme.test')), 409, 'uniqueness');
    const { status, body } = await acme.scim.patch(`/Users/${id}`, replace('userName', 'CLEO@acme.test'));
    expect({ status, body }).toMatchObject({ status: 200, body: { userName: 'CLEO@acme.test' } });
  });

  it('refuses an externalId that the connection has given already, and takes one in another case', async () => {
    await acme.addUser('emil', { externalId: 'hr-7' });
    expectRefusal(await acme.scim.post('/Users', aUser('fred', { externalId: 'hr-7' })), 409, 'uniqueness');
    expect((await acme.scim.post('/Users', aUser('fred', { externalId: 'HR-7' }))).status).toBe(201);
  });

  it('creates one when fifty ask at once, in whatever case', async () => {
    const names = Array.from({ length: 50 }, (_, index) => (index % 2 ? 'grace@acme.test' : 'GRACE@acme.test'));
    const answers = await Promise.all(names.map((userName) => acme.scim.post('/Users', { userName })));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(49);
    for (const answer of refused) expectRefusal(answer, 409, 'uniqueness');
    const { body } = await acme.scim.list({ filter: 'userName eq "grace@acme.test"' });
    expect(body.totalResults).toBe(1);
    expect(await acme.audit(body.Resources[0]!.id)).toHaveLength(1);
  });

  it('lets two organizations have the same person', async () => {
    const other = await road.anOrganization();
    await acme.addUser('shared', { externalId: 'hr-shared' });
    expect((await other.addUser('shared', { externalId: 'hr-shared' })).userName).toBe('shared@acme.test');
  });

  it('lets two people of a directory share an e-mail address', async () => {
    const emails = [{ value: 'office@acme.test', type: 'work', primary: true }];
    const [one, two] = [await acme.addUser('hal', { emails }), await acme.addUser('ida', { emails })];
    expect(one.id).not.toBe(two.id);
  });
});
