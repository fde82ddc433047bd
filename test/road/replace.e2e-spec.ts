import { aUser, ENTERPRISE, expectRefusal, RULEFORGE, UNKNOWN_ID, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it('replaces a person: answer, row and audit entry', async () => {
    const { id, meta } = await acme.addUser('ada', { title: 'Analyst' });
    const wish = aUser('lovelace', { displayName: 'Countess', title: 'Head' });
    const { status, headers, body } = await acme.scim.put(`/Users/${id}`, wish);
    expect({ status, body }).toMatchObject({ status: 200, body: { ...wish, schemas: [USER, RULEFORGE], id } });
    expect(body.meta).toMatchObject({ version: 'W/"2"', location: meta.location });
    expect(headers.get('location')).toBe(meta.location);
    expect(headers.get('etag')).toBe('W/"2"');
    expect((await acme.scim.get(`/Users/${id}`)).body).toEqual(body);
    expect(await acme.row(id)).toMatchObject({ user_name: 'lovelace@acme.test', name: 'Countess', revision: 2 });
    const [entry] = await acme.audit(id);
    expect(entry).toMatchObject({ action: 'member.updated', actorKind: 'connection', actorId: acme.connectionId });
    expect(entry!['details']).toMatchObject({
      changed: expect.arrayContaining(['userName', 'displayName', 'title']),
      userName: { from: 'ada@acme.test', to: 'lovelace@acme.test' },
    });
  });

  it('clears what the body leaves out, whole extensions too, but neither active nor externalId', async () => {
    const more = { externalId: 'hr-2', active: false, title: 'Analyst', [ENTERPRISE]: { department: 'Engines' } };
    const { id } = await acme.addUser('bob', more);
    const { body } = await acme.scim.put(`/Users/${id}`, { schemas: [USER], userName: 'bob@acme.test' });
    expect(body).toEqual({
      schemas: [USER, RULEFORGE],
      id,
      userName: 'bob@acme.test',
      externalId: 'hr-2',
      active: false,
      [RULEFORGE]: { role: 'read_only', managedBy: acme.connectionId },
      meta: expect.objectContaining({ version: 'W/"2"' }),
    });
  });

  it('changes nothing when nothing is different: no version, no time, no audit entry', async () => {
    const user = await acme.addUser('same', { [ENTERPRISE]: { department: 'Engines' } });
    const before = await acme.state();
    const { status, body } = await acme.scim.put(`/Users/${user.id}`, user);
    expect({ status, body }).toEqual({ status: 200, body: user });
    expect(await acme.state()).toEqual(before);
  });

  it('ignores read-only values', async () => {
    const { id } = await acme.addUser('reader');
    const wish = { id: UNKNOWN_ID, meta: { version: 'W/"9"' }, [RULEFORGE]: { role: 'administrator' }, title: 'Spy' };
    const { status, body } = await acme.scim.put(`/Users/${id}`, aUser('reader', wish));
    expect({ status, body }).toMatchObject({ status: 200, body: { id, title: 'Spy', meta: { version: 'W/"2"' } } });
    expect(body[RULEFORGE]).toMatchObject({ role: 'read_only' });
  });

  it.each([
    ['without userName', { userName: undefined }, 400, 'invalidValue'],
    ['with an empty userName', { userName: '' }, 400, 'invalidValue'],
    ['with a wrong type', { name: 'Ada' }, 400, 'invalidValue'],
    ['with a userName that another person has, in another case', { userName: 'TAKEN@acme.test' }, 409, 'uniqueness'],
    ['with an externalId that another person has', { externalId: 'hr-taken' }, 409, 'uniqueness'],
  ])('refuses a body %s and leaves the person alone', async (name, wrong, status, scimType) => {
    await acme.scim.post('/Users', aUser('taken', { externalId: 'hr-taken' }));
    const { id } = await acme.addUser(`left-${name.length}-${status}`);
    const before = await acme.state();
    expectRefusal(await acme.scim.put(`/Users/${id}`, aUser('left', wrong)), status, scimType);
    expect(await acme.state()).toEqual(before);
  });

  it('never creates', async () => {
    const before = await acme.state();
    expectRefusal(await acme.scim.put(`/Users/${UNKNOWN_ID}`, aUser('nobody')), 404);
    expect(await acme.state()).toEqual(before);
  });

  it('keeps one of two PUTs at once whole, and loses neither', async () => {
    const { id } = await acme.addUser('raced');
    const wishes = ['first', 'second'].map((title) => aUser('raced', { title, nickName: title }));
    const answers = await Promise.all(wishes.map((wish) => acme.scim.put(`/Users/${id}`, wish)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await acme.scim.get(`/Users/${id}`);
    expect(body['nickName']).toBe(body['title']);
    expect(body.meta.version).toBe('W/"3"');
  });
});
