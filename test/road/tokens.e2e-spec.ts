import { createHash } from 'node:crypto';
import { aUser, expectRefusal, replace, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { ProductClient } from './support/product-client.js';
import { onEachAdapter } from './support/road.js';
import { type Answer, ScimClient } from './support/scim-client.js';

const expectUnauthorized = (answer: Answer, challenge: string) => {
  expectRefusal(answer, 401);
  expect(answer.headers.get('www-authenticate')).toMatch(challenge);
};

const NO_TOKEN = 'Bearer realm="scim"';
const BAD_TOKEN = 'Bearer realm="scim", error="invalid_token"';

onEachAdapter((road) => {
  let acme: Organization;
  let other: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    other = await road.anOrganization();
  });

  const requests = (scim: ScimClient): Promise<Answer>[] => [
    scim.get('/Users'),
    scim.get(`/Users/${UNKNOWN_ID}`),
    scim.post('/Users', aUser('intruder')),
    scim.put(`/Users/${UNKNOWN_ID}`, aUser('intruder')),
    scim.patch(`/Users/${UNKNOWN_ID}`, replace('active', false)),
    scim.delete(`/Users/${UNKNOWN_ID}`),
  ];

  it('asks for a token where there is none, on every route that has people', async () => {
    const before = await acme.state();
    const answers = await Promise.all(requests(new ScimClient(acme.scim.baseUrl)));
    for (const answer of answers) expectUnauthorized(answer, NO_TOKEN);
    expect(await acme.state()).toEqual(before);
  });

  it.each([
    ['a word', 'Bearer nonsense'],
    ['nothing', 'Bearer '],
    ['another scheme', 'Basic YWRhOmFkYQ=='],
    ['a scheme alone', 'Bearer'],
  ])('refuses %s for a token', async (_, authorization) => {
    expectUnauthorized(await new ScimClient(acme.scim.baseUrl).get('/Users', { authorization }), 'Bearer realm="scim"');
  });

  it('refuses a token that has lost a letter, or has another one', async () => {
    const { token } = acme.founded.scim;
    const changed = token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const bad of [token.slice(1), token.slice(0, -1), changed, token.toUpperCase()]) {
      expectUnauthorized(await new ScimClient(acme.scim.baseUrl, bad).get('/Users'), BAD_TOKEN);
    }
  });

  it('refuses a good token in the query or in the body', async () => {
    const anybody = new ScimClient(acme.scim.baseUrl);
    const { token } = acme.founded.scim;
    const before = await acme.state();
    expectUnauthorized(await anybody.get(`/Users?access_token=${token}`), NO_TOKEN);
    expectUnauthorized(await anybody.post('/Users', { ...aUser('intruder'), access_token: token }), NO_TOKEN);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expectUnauthorized(await anybody.post('/Users', `access_token=${token}`, type), NO_TOKEN);
    expect(await acme.state()).toEqual(before);
  });

  it('refuses a token under the path of another connection, as it refuses an unknown one there', async () => {
    const { token } = acme.founded.scim;
    const known = await new ScimClient(other.scim.baseUrl, token).get('/Users');
    const unknown = await new ScimClient(`${road.app.url}/scim/nobody/v2`, token).get('/Users');
    for (const answer of [known, unknown]) expectUnauthorized(answer, BAD_TOKEN);
    expect(known.text).toBe(unknown.text);
  });

  it('takes the scheme in any case', async () => {
    const authorization = `bearer ${acme.founded.scim.token}`;
    expect((await new ScimClient(acme.scim.baseUrl).get('/Users', { authorization })).status).toBe(200);
  });

  it('finds the connection of a token under the alias, and gives addresses there', async () => {
    const { id } = await acme.addUser('alias');
    const alias = new ScimClient(`${road.app.url}/scim/v2`, acme.founded.scim.token);
    const { status, headers, body } = await alias.get(`/Users/${id}`);
    expect({ status, location: body.meta.location }).toEqual({ status: 200, location: `${alias.baseUrl}/Users/${id}` });
    expect(headers.get('location')).toBe(body.meta.location);
    expectRefusal(await new ScimClient(alias.baseUrl, other.founded.scim.token).get(`/Users/${id}`), 404);
  });

  it('refuses an expired token, and tells its owner', async () => {
    const { id, token } = await acme.issueToken();
    await acme.query(`UPDATE scim_tokens SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    const answer = await new ScimClient(acme.scim.baseUrl, token).get('/Users');
    expectUnauthorized(answer, BAD_TOKEN);
    expect(answer.body['detail']).toMatch(/expired/);
  });

  it('refuses a revoked token on its next request, and tells its owner', async () => {
    const { id, token } = await acme.issueToken();
    const scim = new ScimClient(acme.scim.baseUrl, token);
    expect((await scim.get('/Users')).status).toBe(200);
    await acme.revokeToken(id);
    const answer = await scim.get('/Users');
    expectUnauthorized(answer, BAD_TOKEN);
    expect(answer.body['detail']).toMatch(/revoked/);
    expect((await acme.scim.get('/Users')).status).toBe(200);
  });

  it('gives a token a year, 256 random bits, and keeps only its digest', async () => {
    const { id, token } = await acme.issueToken();
    const [row] = await acme.query('SELECT *, expires_at - created_at AS life FROM scim_tokens WHERE id = $1', [id]);
    expect(token).toMatch(/^rfscim_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}$/);
    expect(row).toMatchObject({ life: { days: 365 }, digest: createHash('sha256').update(token).digest() });
    expect(JSON.stringify(row)).not.toContain(token.split('_')[2]);
  });

  it('opens nothing but SCIM by a token, and SCIM by nothing but a token', async () => {
    const product = new ProductClient(road.app.url, { authorization: `Bearer ${acme.founded.scim.token}` });
    expect(await product.knock()).toBe(401);
    const { id } = await acme.addUser('person');
    const browser = await acme.signIn(id);
    const program = await browser.byApiKey();
    for (const { credentials } of [browser, program]) {
      expectUnauthorized(await new ScimClient(acme.scim.baseUrl).get('/Users', credentials), NO_TOKEN);
    }
  });

  it('lets a read-only token read, and nothing else', async () => {
    const { token } = await acme.issueToken({ access: 'read' });
    const { id } = await acme.addUser('readable');
    const scim = new ScimClient(acme.scim.baseUrl, token);
    const before = await acme.state();
    expect((await scim.get('/Users')).status).toBe(200);
    expect((await scim.get(`/Users/${id}`)).status).toBe(200);
    expectRefusal(await scim.post('/Users', aUser('unborn')), 403);
    expectRefusal(await scim.put(`/Users/${id}`, aUser('readable', { title: 'T' })), 403);
    expectRefusal(await scim.patch(`/Users/${id}`, replace('active', false)), 403);
    expectRefusal(await scim.delete(`/Users/${id}`), 403);
    expect(await acme.state()).toEqual(before);
  });

  it('asks the provider of a paused connection to wait', async () => {
    const paused = await road.anOrganization();
    await paused.setConnection(`state = 'paused'`);
    for (const answer of await Promise.all(requests(paused.scim))) {
      expectRefusal(answer, 503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await paused.setConnection(`state = 'active'`);
    expect((await paused.scim.get('/Users')).status).toBe(200);
  });

  it('tells the provider of a drafted connection what is missing', async () => {
    const draft = await road.anOrganization();
    await draft.setConnection(`state = 'draft'`);
    for (const answer of await Promise.all(requests(draft.scim))) expectRefusal(answer, 403);
  });

  it('knows the tokens of a removed connection no more', async () => {
    const removed = await road.anOrganization();
    await removed.setConnection(`state = 'removed'`);
    for (const answer of await Promise.all(requests(removed.scim))) expectUnauthorized(answer, BAD_TOKEN);
  });
});
