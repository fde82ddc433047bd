import { aUser, expectRefusal, replace } from './support/documents.js';
import { aKey, OAuthParty, type SigningKey, type TokenAnswer } from './support/oauth.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

const expectRefused = ({ status, headers, body }: TokenAnswer, expected: number, error: string) => {
  expect({ status, body }).toEqual({
    status: expected,
    // RFC 6749 §5.2: no quotation marks, no backslash, nothing beyond ASCII.
    body: { error, error_description: expect.stringMatching(/^[A-Z][\x20\x21\x23-\x5b\x5d-\x7e]+\.$/) },
  });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('www-authenticate')).toBe(expected === 401 ? 'Basic realm="scim"' : null);
};

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => void (acme = await road.anOrganization()));

  const issuer = () => acme.scim.baseUrl.replace(/\/v2$/, '');
  const scimWith = ({ body }: TokenAnswer) => new ScimClient(acme.scim.baseUrl, body.access_token);
  const statusWith = async (answer: TokenAnswer) => (await scimWith(answer).get('/Users')).status;
  const bySecret = async (wish: Parameters<Organization['addOAuthClient']>[0] = {}) => {
    const { id, secret = '' } = await acme.addOAuthClient(wish);
    return { party: new OAuthParty(issuer(), id), secret };
  };
  const byKeys = async (...keys: SigningKey[]) => {
    const { id } = await acme.addOAuthClient({ keys: { keys: keys.map(({ jwk }) => jwk) } });
    return new OAuthParty(issuer(), id);
  };

  it('lets a client find the token endpoint, get a token there, and provision with it', async () => {
    const { origin, pathname } = new URL(issuer());
    const metadata = await fetch(`${origin}/.well-known/oauth-authorization-server${pathname}`);
    const document = (await metadata.json()) as Record<string, unknown>;
    expect(document).toEqual({
      issuer: issuer(),
      token_endpoint: `${issuer()}/oauth/token`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'],
      scopes_supported: ['scim', 'scim.read'],
      response_types_supported: [],
    });
    expect(await (await fetch(`${issuer()}/.well-known/oauth-authorization-server`)).json()).toEqual(document);
    expect((await fetch(`${origin}/scim/v2/.well-known/oauth-authorization-server`)).status).toBe(404);
    const { party, secret } = await bySecret();
    const answer = await party.ask({}, party.basic(secret));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^rfscim_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}$/),
        token_type: 'Bearer',
        expires_in: 900,
        scope: 'scim',
      },
    });
    const [type, caching, pragma] = ['content-type', 'cache-control', 'pragma'].map((name) => answer.headers.get(name));
    expect([type, caching, pragma]).toEqual([expect.stringMatching(/^application\/json/), 'no-store', 'no-cache']);
    expect((await scimWith(answer).post('/Users', aUser('ada'))).status).toBe(201);
    await acme.query('UPDATE scim_tokens SET expires_at = now() WHERE oauth_client_id = $1', [party.clientId]);
    const late = await scimWith(answer).get('/Users');
    expectRefusal(late, 401);
    expect(late.body['detail']).toBe('The token has expired. Ask the token endpoint for another one.');
  });

  it('takes the secret in the form as in the header, and never a wrong, foreign or missing one', async () => {
    const { party, secret } = await bySecret();
    expect((await party.askBySecret(secret)).status).toBe(200);
    expect((await party.ask({ client_id: party.clientId }, party.basic(secret))).status).toBe(200);
    const { secret: foreign } = await bySecret();
    const stranger = new OAuthParty(issuer(), 'c'.repeat(24));
    const refused = [
      await party.askBySecret(foreign),
      await stranger.askBySecret(secret),
      await party.ask({}, party.basic(`${secret}0`)),
      await party.ask({}, { authorization: `Bearer ${secret}` }),
      await party.ask({ client_id: party.clientId }),
    ];
    for (const answer of refused) expectRefused(answer, 401, 'invalid_client');
    expect(refused[0]!.body).toEqual(refused[1]!.body);
  });

  it.each(['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'])('takes an assertion signed by %s', async (alg) => {
    const key = await aKey(alg);
    const party = await byKeys(key);
    const byIssuer = await party.askByKey(key);
    expect(byIssuer.body).toMatchObject({ token_type: 'Bearer', scope: 'scim' });
    expect(await statusWith(byIssuer)).toBe(200);
    expect((await party.askByKey(key, { aud: [party.tokenEndpoint] })).status).toBe(200);
  });

  it('lets an access token with scim.read do what a read-only token may, and no client ask for more than it may', async () => {
    const { party, secret } = await bySecret();
    const { id } = await acme.addUser('ada');
    const answer = await party.askBySecret(secret, { scope: 'scim.read' });
    expect(answer.body).toMatchObject({ scope: 'scim.read' });
    const reading = scimWith(answer);
    expect((await reading.get(`/Users/${id}`)).status).toBe(200);
    const refusal = await reading.patch(`/Users/${id}`, replace('active', false));
    expectRefusal(refusal, 403);
    expect(refusal.headers.get('www-authenticate')).toBe(
      'Bearer realm="scim", error="insufficient_scope", scope="scim"',
    );
    const { party: reader, secret: its } = await bySecret({ access: 'read' });
    expect((await reader.askBySecret(its)).body).toMatchObject({ scope: 'scim.read' });
    expectRefused(await reader.askBySecret(its, { scope: 'scim' }), 400, 'invalid_scope');
  });

  it('refuses what it does not do in the words of RFC 6749', async () => {
    const { party, secret } = await bySecret();
    expectRefused(await party.askBySecret(secret, { grant_type: 'password' }), 400, 'unsupported_grant_type');
    expectRefused(await party.askBySecret(secret, { grant_type: '' }), 400, 'invalid_request');
    expectRefused(await party.askBySecret(secret, { scope: 'scim admin' }), 400, 'invalid_scope');
    expectRefused(await party.ask({ client_secret: secret }, party.basic(secret)), 400, 'invalid_request');
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const { status, headers } = await fetch(party.tokenEndpoint, { method });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  it('ends all access tokens of a client with the client, and its next request', async () => {
    const { party, secret } = await bySecret();
    const answer = await party.askBySecret(secret);
    expect(await statusWith(answer)).toBe(200);
    await acme.onOAuthClients((clients, tx, actor) => clients.revoke(tx, party.clientId, actor));
    expect(await statusWith(answer)).toBe(401);
    expectRefused(await party.askBySecret(secret), 401, 'invalid_client');
  });

  it('rotates a secret with an overlap, of which the one before that is no part', async () => {
    const { party, secret } = await bySecret();
    const rotate = (hours?: number) =>
      acme.onOAuthClients((clients, tx, actor) => clients.rotateSecret(tx, party.clientId, hours, actor));
    const { secret: second } = await rotate(1);
    const [old, current] = [await party.askBySecret(secret), await party.askBySecret(second)];
    expect([old.status, current.status]).toEqual([200, 200]);
    const { secret: third } = await rotate(1);
    expectRefused(await party.askBySecret(secret), 401, 'invalid_client');
    expect([await statusWith(old), await statusWith(current)]).toEqual([401, 200]);
    const { secret: fourth } = await rotate(0);
    for (const ended of [second, third]) expectRefused(await party.askBySecret(ended), 401, 'invalid_client');
    expect((await party.askBySecret(fourth)).status).toBe(200);
  });

  it('rotates keys with an overlap, and ends with a key what was issued on it', async () => {
    const [old, current] = [await aKey('ES256', { kid: 'old' }), await aKey('EdDSA', { kid: 'new' })];
    const party = await byKeys(old);
    const setKeys = (...keys: SigningKey[]) =>
      acme.onOAuthClients((clients, tx, actor) =>
        clients.setKeys(tx, party.clientId, { keys: keys.map(({ jwk }) => jwk) }, actor),
      );
    await setKeys(old, current);
    const [byOld, byNew] = [await party.askByKey(old), await party.askByKey(current, {}, { kid: 'new' })];
    expect([byOld.status, byNew.status]).toEqual([200, 200]);
    await setKeys(current);
    expect([await statusWith(byOld), await statusWith(byNew)]).toEqual([401, 200]);
    expectRefused(await party.askByKey(old), 401, 'invalid_client');
  });

  it.each([
    ['paused', 503, 'temporarily_unavailable'],
    ['draft', 400, 'unauthorized_client'],
    ['removed', 401, 'invalid_client'],
  ])('issues nothing for a connection that is %s, and ends nothing for good', async (state, status, error) => {
    const { party, secret } = await bySecret();
    const answer = await party.askBySecret(secret);
    await acme.setConnection(`state = '${state}'`);
    const refusal = await party.askBySecret(secret);
    expectRefused(refusal, status, error);
    expect(refusal.headers.get('retry-after')).toBe(status === 503 ? '300' : null);
    expect(await statusWith(answer)).not.toBe(200);
    await acme.setConnection(`state = 'active'`);
    expect(await statusWith(answer)).toBe(200);
  });

  it('tells in the request log which client asked, and which acted', async () => {
    const { party, secret } = await bySecret();
    const answer = await party.askBySecret(secret);
    await party.askBySecret(`${secret}0`);
    await scimWith(answer).get('/Users', { 'user-agent': 'ExampleIdP/1.0' });
    await party.ask('client_id=x');
    const [garbled, acted, refused, asked] = await acme.activity();
    expect(garbled).toMatchObject({ operation: 'OAuthToken.issue', status: 400, oauth_client_id: null });
    const tokenId = answer.body.access_token.split('_')[1];
    const oauth_client_id = party.clientId;
    expect(asked).toMatchObject({ operation: 'OAuthToken.issue', status: 200, oauth_client_id, resource_id: tokenId });
    expect(refused).toMatchObject({ status: 401, oauth_client_id, token_id: null, detail: expect.any(String) });
    expect(acted).toMatchObject({ operation: 'Users.list', status: 200, oauth_client_id, token_id: tokenId });
    const [client] = await acme.query('SELECT * FROM scim_oauth_clients WHERE id = $1', [party.clientId]);
    expect(client).toMatchObject({ last_used_client: 'ExampleIdP/1.0', last_used_at: expect.any(Date) });
  });
});
