import { aUser, expectRefusal, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it.each(['/nothing', '/Users/1/2', '/Groups/1/2', '/Bulk/1', '/.search/1', '/Users.scim'])(
    'tells in a SCIM error that there is nothing at …/v2%s',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const hasBody = method !== 'GET' && method !== 'DELETE';
        expectRefusal(await acme.scim.send(method, path, hasBody ? {} : undefined), 404);
      }
    },
  );

  it.each(['/scim', '/scim/', '/scim/v3/Users', '/scim/no-connection/Users', '/scim/a/b/c/d'])(
    'tells in a SCIM error that there is nothing at %s',
    async (path) => expectRefusal(await new ScimClient(road.app.url).get(path), 404),
  );

  it.each<readonly string[]>([
    ['PUT', '/Users', 'GET, POST'],
    ['PATCH', '/Users', 'GET, POST'],
    ['DELETE', '/Users', 'GET, POST'],
    ['POST', `/Users/${UNKNOWN_ID}`, 'GET, PUT, PATCH, DELETE'],
    ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, '', 'GET']),
    ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, '/.search', 'POST']),
    ['GET', '/Bulk', 'POST'],
    ['PUT', '/Bulk', 'POST'],
    ['PATCH', '/Bulk', 'POST'],
    ['DELETE', '/Bulk', 'POST'],
    ['PUT', '/Groups', 'GET, POST'],
    ['PATCH', '/Groups', 'GET, POST'],
    ['DELETE', '/Groups', 'GET, POST'],
    ['POST', `/Groups/${UNKNOWN_ID}`, 'GET, PUT, PATCH, DELETE'],
  ])('refuses %s %s, and says what is possible', async (method = '', path = '', allow) => {
    for (const address of [path, `${path}/`, path.toLowerCase(), `${path}?attributes=id`]) {
      const hasBody = method !== 'GET' && method !== 'DELETE';
      const answer = await acme.scim.send(method, address, hasBody ? aUser('wrong') : undefined);
      expectRefusal(answer, 405);
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'POST'])('does not implement %s /Me', async (method) => {
    const hasBody = method !== 'GET' && method !== 'DELETE';
    expectRefusal(await acme.scim.send(method, '/Me', hasBody ? {} : undefined), 501);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['JSON that is cut off', '{"userName":"ada"'],
    ['no object', '"ada"'],
    ['null', 'null'],
    ['a list', '[{"userName":"ada"}]'],
    ['nothing', ''],
    ['a member twice', '{"userName":"ada","userName":"bob"}'],
    ['a member twice, in another case', '{"userName":"ada","USERNAME":"bob","displayName":"A","DISPLAYNAME":"B"}'],
  ])('calls %s invalid syntax', async (_, body) => {
    const before = await acme.state();
    for (const endpoint of ['/Users', '/Groups']) {
      expectRefusal(await acme.scim.post(endpoint, body), 400, 'invalidSyntax');
      expectRefusal(await acme.scim.patch(`${endpoint}/${UNKNOWN_ID}`, body), 400, 'invalidSyntax');
    }
    expect(await acme.state()).toEqual(before);
  });

  it('refuses a body that is larger than it takes', async () => {
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Users', aUser('large', { title: 'x'.repeat(1_100_000) })), 413);
    expectRefusal(await acme.scim.post('/Groups', { displayName: 'x'.repeat(1_100_000) }), 413);
    expect(await acme.state()).toEqual(before);
  });

  it('never repeats what was sent', async () => {
    const secret = 'secret-2f9a';
    const answers = [
      await acme.scim.post('/Users', { userName: secret, name: secret }),
      await acme.scim.post('/Groups', { displayName: secret, members: [{ value: secret }] }),
      await acme.scim.post('/Groups', { displayName: secret, members: secret }),
      await acme.scim.get(`/Groups/${secret}`),
      await acme.scim.get(`/Users/${secret}`),
      await acme.scim.list({ filter: `shoeSize eq "${secret}"` }),
      await acme.scim.get(`/${secret}`),
    ];
    for (const { status, text } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain(secret);
    }
  });

  it('answers outside its path as the host does', async () => {
    const response = await fetch(`${road.app.url}/api/v1/nothing`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).not.toContain('scim');
  });
});
