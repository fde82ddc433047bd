import { base64url, type JWTPayload, SignJWT } from 'jose';
import { RateLimits } from '../../libs/scim/src/http/rate-limits.service.js';
import { SCIM_LIMITS } from '../../libs/scim/src/scim.options.js';
import { aKey, ASSERTION_TYPE, OAuthParty, type SigningKey, type TokenAnswer } from '../road/support/oauth.js';
import { Organization } from '../road/support/organization.js';
import { ScimClient } from '../road/support/scim-client.js';
import { ADAPTERS, type RunningApplication, startApplication } from '../support/running-application.js';
import { startSecondProcess } from './support/second-process.js';
import { type Answer, send, type Wish } from './support/send.js';
import { stateOf } from './support/state.js';
import { PROBE } from './support/target.js';

const issuerOf = ({ scim }: Organization) => scim.baseUrl.replace(/\/v2$/, '');
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

describe.each(ADAPTERS)('OAuth clients on %s', (adapter) => {
  let app: RunningApplication;
  let acme: Organization;
  let globex: Organization;
  let key: SigningKey;
  let signer: OAuthParty;
  let sharer: OAuthParty;
  let secret: string;
  beforeAll(async () => {
    app = await startApplication(adapter);
    [acme, globex] = [new Organization(app, await app.found()), new Organization(app, await app.found())];
    key = await aKey('ES256', { kid: 'one' });
    signer = new OAuthParty(issuerOf(acme), (await acme.addOAuthClient({ keys: { keys: [key.jwk] } })).id);
    const created = await acme.addOAuthClient();
    [sharer, secret] = [new OAuthParty(issuerOf(acme), created.id), created.secret ?? ''];
  });
  afterAll(() => app.stop());

  /** Nothing was issued, nothing was changed, and the answer neither repeats what was sent nor tells how we are built. */
  async function refuses(ask: () => Promise<Answer | TokenAnswer>, status: number, error: string): Promise<string> {
    const before = await stateOf(app.dataSource);
    const answer = await ask();
    const body = answer.body as TokenAnswer['body'] | undefined;
    expect({ status: answer.status, error: body?.['error'] }).toEqual({ status, error });
    expect(Object.keys(body!)).toEqual(['error', 'error_description']);
    expect(body!.error_description).toMatch(/^[A-Z][\x20\x21\x23-\x5b\x5d-\x7e]{1,300}\.$/);
    expect(body!.error_description).not.toMatch(new RegExp(`${PROBE}|select |relation|column|postgres|jose`, 'i'));
    expect(await stateOf(app.dataSource)).toBe(before);
    return body!.error_description;
  }

  const post = (wish: Partial<Wish> & { body: unknown }, party = sharer) =>
    send(app.url, {
      method: 'POST',
      path: new URL(party.tokenEndpoint).pathname,
      headers: ['Content-Type', 'application/x-www-form-urlencoded'],
      ...wish,
    });

  const unsigned = (header: object) => {
    const parts = [header, signer.claims()].map((part) => base64url.encode(JSON.stringify(part)));
    return `${parts.join('.')}.`;
  };
  const hmac = (secretText: string) =>
    new SignJWT(signer.claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(new TextEncoder().encode(secretText));

  it.each<[string, () => Promise<string> | string]>([
    ['no signature', () => unsigned({ alg: 'none' })],
    ['no signature under the name of a good algorithm', () => unsigned({ alg: 'ES256', kid: 'one' })],
    ['the public key for the secret of an HMAC', () => hmac(JSON.stringify(key.jwk))],
    ['the x of the public key for such a secret', () => hmac(key.jwk.x!)],
    ['another key', async () => signer.sign(await aKey('ES256'), {}, { kid: 'one' })],
    ['another key that comes along', async () => signBy(await aKey('ES256'), 'jwk')],
    ['a key to be fetched', async () => signBy(await aKey('ES256'), 'jku')],
    ['a key of another name', () => signer.sign(key, {}, { kid: PROBE })],
    ['an algorithm that the key is not for', async () => signer.sign(await aKey('ES384'), {}, { kid: 'one' })],
    [
      'a changed claim',
      async () =>
        (await signer.sign(key)).replace(/\.[^.]+\./, `.${base64url.encode(JSON.stringify(signer.claims()))}.`),
    ],
    ['an extension that must be understood', () => demanding()],
  ])('are not proved by an assertion with %s', async (_, assertion) => {
    const text = await assertion();
    const detail = await refuses(() => signer.askByAssertion(text), 401, 'invalid_client');
    expect(detail).toBe('There is no such client here, or this is not its secret or its assertion.');
  });

  const demanding = () =>
    new SignJWT(signer.claims())
      .setProtectedHeader({ alg: 'ES256', crit: [PROBE], [PROBE]: 1 })
      .sign(key.privateKey, { crit: { [PROBE]: true } });
  const signBy = (other: SigningKey, how: 'jwk' | 'jku') =>
    signer.sign(other, {}, how === 'jwk' ? { jwk: other.jwk } : { jku: `${app.url}/keys` });

  it.each<[string, () => JWTPayload]>([
    ['aud', () => ({ aud: 'https://other.example' })],
    ['aud', () => ({ aud: issuerOf(globex) })],
    ['aud', () => ({ aud: [signer.issuer, 'https://other.example'] })],
    ['aud', () => ({ aud: `${signer.issuer}/` })],
    ['aud', () => ({ aud: undefined })],
    ['iss', () => ({ iss: sharer.clientId })],
    ['exp', () => ({ exp: inSeconds(-60) })],
    ['exp', () => ({ exp: inSeconds(700) })],
    ['exp', () => ({ exp: undefined })],
    ['nbf', () => ({ nbf: inSeconds(60) })],
    ['jti', () => ({ jti: undefined })],
    ['jti', () => ({ jti: '' })],
    ['jti', () => ({ jti: 'x'.repeat(256) })],
    ['jti', () => ({ jti: 7 as unknown as string })],
  ])('learn what is wrong with the %s of what they signed, and get nothing', async (claim, claims) => {
    const detail = await refuses(() => signer.askByKey(key, claims()), 401, 'invalid_client');
    expect(detail).toContain(`its ${claim} `);
  });

  it('prove who they are once by an assertion, also to two processes at once', async () => {
    const second = await startSecondProcess(app, { RULEFORGE_PUBLIC_URL: app.url });
    try {
      const there = new OAuthParty(`${second.url}${new URL(signer.issuer).pathname}`, signer.clientId);
      expect((await there.askByAssertion(await signer.sign(key))).status).toBe(200);
      const assertion = await signer.sign(key);
      const sent = Array.from({ length: 20 }, (_, index) => [signer, there][index % 2]!.askByAssertion(assertion));
      const answers = await Promise.all(sent);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => body.error_description);
      expect(new Set(refused)).toEqual(new Set([expect.stringContaining('used before')]));
    } finally {
      await second.stop();
    }
  });

  it('are known to their own connection only, by any of their credentials', async () => {
    const [signerThere, sharerThere] = [signer, sharer].map(
      ({ clientId }) => new OAuthParty(issuerOf(globex), clientId),
    );
    const unknown = new OAuthParty(issuerOf(acme), 'unknown');
    const details = [
      await refuses(() => sharerThere!.askBySecret(secret), 401, 'invalid_client'),
      await refuses(() => signerThere!.askByKey(key), 401, 'invalid_client'),
      await refuses(() => unknown.askBySecret(secret), 401, 'invalid_client'),
      await refuses(() => signer.askBySecret(secret), 401, 'invalid_client'),
      await refuses(
        () => new OAuthParty(`${app.url}/scim/nobody`, sharer.clientId).askBySecret(secret),
        401,
        'invalid_client',
      ),
    ];
    expect(new Set(details).size).toBe(1);
    const { body } = await sharer.askBySecret(secret);
    expect((await new ScimClient(globex.scim.baseUrl, body.access_token).get('/Users')).status).toBe(401);
    expect((await new ScimClient(acme.scim.baseUrl, secret).get('/Users')).status).toBe(401);
    const product = { path: '/api/v1/members', headers: ['Authorization', `Bearer ${body.access_token}`] };
    expect((await send(app.url, product)).status).toBe(401);
  });

  const form = (more: string) => `grant_type=client_credentials&client_id=${sharer.clientId}&${more}`;
  const JSON_BODY = { grant_type: 'client_credentials' };

  it.each<[string, () => Partial<Wish> & { body: unknown }, number?]>([
    ['the secret in the address', () => ({ path: `${endpoint()}?client_secret=${secret}`, body: form('') })],
    ['all of it in the address', () => ({ path: `${endpoint()}?${form(`client_secret=${secret}`)}`, body: '' })],
    ['a secret twice', () => ({ body: form(`client_secret=${secret}&client_secret=${secret}`) })],
    ['a client twice', () => ({ body: form(`client_id=${PROBE}&client_secret=${secret}`) })],
    ['a grant twice', () => ({ body: form(`grant_type=${PROBE}&client_secret=${secret}`) })],
    ['a scope twice', () => ({ body: form(`scope=scim&scope=scim.read&client_secret=${secret}`) })],
    [
      'another client in the header',
      () => ({
        body: `grant_type=client_credentials&client_id=${PROBE}`,
        headers: [...FORM, 'Authorization', sharer.basic(secret).authorization],
      }),
    ],
    ['a megabyte', () => ({ body: form(`client_secret=${'x'.repeat(1_000_000)}`) }), 413],
    ['two megabytes', () => ({ body: form(`client_secret=${'x'.repeat(2_000_000)}`) }), 413],
    ['a long secret', () => ({ body: form(`client_secret=${'x'.repeat(500)}`) })],
    ['a long assertion', () => ({ body: form(`client_assertion=${'x'.repeat(9_000)}`) })],
    [
      'no JWT for an assertion',
      () => ({ body: form(`client_assertion_type=${ASSERTION_TYPE}&client_assertion=${PROBE}`) }),
    ],
    [
      'JSON',
      () => ({
        body: { ...JSON_BODY, client_id: sharer.clientId, client_secret: secret },
        headers: ['Content-Type', 'application/json'],
      }),
    ],
    ['no media type', () => ({ body: form(`client_secret=${secret}`), headers: [] })],
    [
      'a compressed body',
      () => ({ body: form(`client_secret=${secret}`), headers: [...FORM, 'Content-Encoding', 'gzip'] }),
    ],
    ['nothing', () => ({ body: '' })],
  ])('are refused when they send %s', async (_, wish, status = 400) => {
    await refuses(() => post(wish()), status, 'invalid_request');
  });

  const FORM = ['Content-Type', 'application/x-www-form-urlencoded'];
  const endpoint = () => new URL(sharer.tokenEndpoint).pathname;
  const withBasic = (...values: string[]) => ({
    body: 'grant_type=client_credentials',
    headers: [...FORM, ...values.flatMap((value) => ['Authorization', value])],
  });

  it.each<[string, () => Partial<Wish> & { body: unknown }]>([
    ['two headers', () => withBasic(sharer.basic(secret).authorization, sharer.basic(secret).authorization)],
    ['a static token', () => withBasic(`Bearer ${acme.founded.scim.token}`)],
    ['more than a secret', () => withBasic(sharer.basic(`${secret}:${PROBE}`).authorization)],
    ['no base64', () => withBasic('Basic %%%')],
    ['no colon', () => withBasic(`Basic ${Buffer.from(sharer.clientId).toString('base64')}`)],
    ['a NUL in the client', () => ({ body: `grant_type=client_credentials&client_id=%00&client_secret=${secret}` })],
    ['a NUL in the secret', () => ({ body: form(`client_secret=${secret}%00`) })],
    ['SQL', () => ({ body: form(`client_secret=' OR '1'='1`) })],
    ['bytes that are no UTF-8', () => ({ body: form('client_secret=%ff%fe') })],
    ['an empty secret', () => ({ body: form('client_secret=') })],
    [
      'the name of what objects have',
      () => ({ body: 'grant_type=client_credentials&client_id=__proto__&client_secret=constructor' }),
    ],
    [
      'a NUL in the sub of an assertion',
      () => ({
        body: form(`client_id=&client_assertion_type=${ASSERTION_TYPE}&client_assertion=x`)
          .replace(/client_id=\w+&/, '')
          .replace(/=x$/, `=${assertionFor('\u0000')}`),
      }),
    ],
  ])('prove nothing by %s', async (_, wish) => {
    await refuses(() => post(wish()), 401, 'invalid_client');
  });

  const assertionFor = (sub: string) =>
    [{ alg: 'ES256' }, { sub }, 'x'].map((part) => base64url.encode(JSON.stringify(part))).join('.');

  it('leave no access token behind when they are revoked in the middle of a storm', async () => {
    const { id, secret: own = '' } = await acme.addOAuthClient();
    const party = new OAuthParty(issuerOf(acme), id);
    const asked = Array.from({ length: 40 }, () => party.askBySecret(own));
    await Promise.race(asked);
    await acme.onOAuthClients((clients, tx, actor) => clients.revoke(tx, id, actor));
    const issued = (await Promise.all(asked)).filter(({ status }) => status === 200);
    expect(issued.length).toBeGreaterThan(0);
    const uses = issued.map(({ body }) => new ScimClient(acme.scim.baseUrl, body.access_token).get('/Users'));
    expect(new Set((await Promise.all(uses)).map(({ status }) => status))).toEqual(new Set([401]));
  });

  it('keep no secret in the database: neither theirs nor an access token', async () => {
    const { body } = await sharer.askBySecret(secret);
    const tables = await acme.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    for (const { tablename } of tables) {
      const rows = JSON.stringify(await acme.query(`SELECT t::text FROM ${String(tablename)} t`));
      for (const text of [secret.split('_')[2]!, body.access_token.split('_')[2]!]) expect(rows).not.toContain(text);
    }
  });
});

it('slow down those who guess client secrets, and nobody else', async () => {
  const app = await startApplication();
  const acme = new Organization(app, await app.found());
  const { id, secret = '' } = await acme.addOAuthClient();
  const party = new OAuthParty(issuerOf(acme), id);
  const { body } = await party.askBySecret(secret);
  // As if that address had been refused often already: guessing in earnest takes longer than the limit looks back.
  const limits = app.application.get(RateLimits, { strict: false });
  const refused = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].flatMap((address) =>
    Array.from({ length: SCIM_LIMITS.refusalsPerTenSeconds - 1 }, () => limits.takeRefusal(address)),
  );
  await Promise.all(refused);
  expect(await party.askBySecret(PROBE)).toMatchObject({ status: 401 });
  const slowed = await party.askBySecret(PROBE);
  expect(slowed).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await new ScimClient(acme.scim.baseUrl, body.access_token).get('/Users')).status).toBe(200);
  expect((await party.askBySecret(secret)).status).toBe(200);
  await app.stop();
});
