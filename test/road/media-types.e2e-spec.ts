import { aUser, expectRefusal, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  let made = 0;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it.each([
    'application/scim+json',
    'application/json',
    'application/scim+json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'APPLICATION/SCIM+JSON',
  ])('takes bodies as %s', async (type) => {
    const headers = { 'content-type': type };
    const { status, body } = await acme.scim.post('/Users', aUser(`p-${++made}`), headers);
    expect(status).toBe(201);
    expect((await acme.scim.put(`/Users/${body.id}`, aUser(`p-${made}`, { title: 'T' }), headers)).status).toBe(200);
    expect((await acme.scim.patch(`/Users/${body.id}`, replace('title', 'U'), headers)).status).toBe(200);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/scim+json; charset=utf-16',
    'application/json; charset=iso-8859-1',
  ])('refuses bodies as %s', async (type) => {
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Users', aUser('unborn'), { 'content-type': type }), 415);
    expect(await acme.state()).toEqual(before);
  });

  it.each([
    'application/scim+json',
    'application/json',
    '*/*',
    'application/scim+json, application/json;q=0.9',
    'text/html',
  ])('answers whoever accepts %s with application/scim+json and no charset', async (accept) => {
    const { id } = await acme.addUser(`p-${++made}`);
    for (const path of ['/Users', `/Users/${id}`, '/Schemas', '/nothing']) {
      const { headers } = await acme.scim.get(path, { accept });
      expect(headers.get('content-type')).toBe('application/scim+json');
    }
  });

  it('keeps every letter of every script', async () => {
    const displayName = 'Zoë Ångström 北京 🜁 e\u0301';
    const { id } = await acme.addUser('scripts', { displayName });
    expect((await acme.scim.get(`/Users/${id}`)).body['displayName']).toBe(displayName);
  });

  it('does not look at the order of members', async () => {
    const { id } = await acme.addUser('ordered', { name: { givenName: 'A', familyName: 'B' } });
    const turned = '{"Operations":[{"value":{"familyName":"B","givenName":"A"},"path":"name","op":"replace"}]}';
    const { status, body } = await acme.scim.patch(`/Users/${id}`, turned);
    expect({ status, body }).toMatchObject({ status: 200, body: { meta: { version: 'W/"1"' } } });
  });
});
