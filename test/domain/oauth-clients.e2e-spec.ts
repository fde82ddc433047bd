import { setTimeout } from 'node:timers/promises';
import {
  type ListedOAuthClient,
  OAuthClientLimitReached,
  OtherClientMethod,
  readTokenOutlook,
  TokenLimitReached,
  TokensService,
  UnknownOAuthClient,
  UnusableKeys,
} from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { aKey, OAuthParty } from '../road/support/oauth.js';
import { Organization } from '../road/support/organization.js';
import { ScimClient } from '../road/support/scim-client.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('an OAuth client', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => void (app = await startApplication('fastify', { RULEFORGE_SCIM_ACCESS_TOKEN_MINUTES: '30' })));
  beforeEach(async () => void (acme = new Organization(app, await app.found())));
  afterAll(() => app.stop());

  const list = async (): Promise<ListedOAuthClient[]> => {
    const connection = await acme.connection();
    return acme.onOAuthClients((clients, tx) => clients.list(tx, connection));
  };
  const rotate = (id: string, hours?: number) =>
    acme.onOAuthClients((clients, tx, actor) => clients.rotateSecret(tx, id, hours, actor));
  const setKeys = (id: string, input: unknown) =>
    acme.onOAuthClients((clients, tx, actor) => clients.setKeys(tx, id, input, actor));
  const revoke = (id: string) => acme.onOAuthClients((clients, tx, actor) => clients.revoke(tx, id, actor));
  const partyOf = (id: string) => new OAuthParty(acme.scim.baseUrl.replace(/\/v2$/, ''), id);
  const tokensOf = (id: string) => acme.query('SELECT * FROM scim_tokens WHERE oauth_client_id = $1', [id]);
  const days = (date: unknown) => Math.round(((date as Date).getTime() - Date.now()) / 86_400_000);

  it('is listed with what it proves itself by, and without a secret', async () => {
    const key = await aKey('ES256', { kid: 'one' });
    const created = await acme.addOAuthClient({ name: 'Okta', expiresInDays: 30 });
    await acme.addOAuthClient({ name: 'Ping', access: 'read', keys: key.jwk });
    const clients = await list();
    expect(clients).toMatchObject([
      { name: 'Okta', method: 'client_secret', access: 'write', revokedAt: null, credentials: [{ jwk: null }] },
      { name: 'Ping', method: 'private_key_jwt', access: 'read', credentials: [{ jwk: key.jwk, expiresAt: null }] },
    ]);
    expect(days(clients[0]?.credentials[0]?.expiresAt)).toBe(30);
    expect(JSON.stringify(clients)).not.toMatch(/digest|rfscimsecret/);
    await revoke(created.id);
    expect((await list())[0]).toMatchObject({ revokedAt: expect.any(Date) });
  });

  it('leaves an audit entry for whatever is done to it, and no secret there', async () => {
    const { id } = await acme.addOAuthClient();
    const { id: signer } = await acme.addOAuthClient({ keys: (await aKey()).jwk });
    await rotate(id, 2);
    await setKeys(signer, (await aKey()).jwk);
    await revoke(id);
    const connectionId = acme.connectionId;
    expect(await acme.audit(id)).toMatchObject([
      { action: 'oauth_client.revoked', actorKind: 'operator', subjectName: 'Entra ID', details: { connectionId } },
      { action: 'oauth_client.secret_rotated', details: { connectionId, overlapHours: 2 } },
      { action: 'oauth_client.created', details: { connectionId, method: 'client_secret', access: 'write' } },
    ]);
    const [changed, created] = await acme.audit(signer);
    expect(changed).toMatchObject({
      action: 'oauth_client.keys_changed',
      details: { from: (created!['details'] as { keys: unknown }).keys, to: [expect.any(String)] },
    });
    expect(JSON.stringify(await acme.audit())).not.toMatch(/rfscimsecret_|digest/);
  });

  it('is one of five, also when ten are created at once', async () => {
    const created = await Promise.allSettled(Array.from({ length: 10 }, () => acme.addOAuthClient()));
    const refused = created.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(5);
    for (const reason of refused) expect(reason).toBeInstanceOf(OAuthClientLimitReached);
    await revoke((await list())[0]!.id);
    await acme.addOAuthClient();
  });

  it('must be there, alive, and of the kind that is spoken of', async () => {
    const { id } = await acme.addOAuthClient();
    const { id: signer } = await acme.addOAuthClient({ keys: (await aKey()).jwk });
    await expect(setKeys(id, (await aKey()).jwk)).rejects.toThrow(OtherClientMethod);
    await expect(rotate(signer)).rejects.toThrow(OtherClientMethod);
    await expect(setKeys(signer, { keys: [] })).rejects.toThrow(UnusableKeys);
    await revoke(id);
    for (const act of [revoke, rotate]) await expect(act(id)).rejects.toThrow(UnknownOAuthClient);
  });

  it('keeps on rotation how long its secret was meant to live, and is seen to', async () => {
    const counts = () => readTokenOutlook(app.dataSource);
    await acme.query('UPDATE scim_tokens SET revoked_at = now()');
    await acme.query('UPDATE scim_oauth_clients SET revoked_at = now()');
    const { id, secret } = await acme.addOAuthClient({ expiresInDays: 20 });
    expect(await counts()).toEqual({ expiringWithin: { 1: 0, 7: 0, 30: 1 }, usedAfterRotation: 0 });
    await rotate(id);
    await partyOf(id).askBySecret(secret);
    expect(await counts()).toEqual({ expiringWithin: { 1: 0, 7: 0, 30: 1 }, usedAfterRotation: 1 });
    const [old, current] = (await list())[0]!.credentials;
    expect([days(old?.expiresAt), days(current?.expiresAt)]).toEqual([1, 20]);
    expect([old, current]).toMatchObject([{ lastUsedAt: expect.any(Date) }, { lastUsedAt: null }]);
  });

  it('has access tokens for as long as the setting says, and no longer than its secret', async () => {
    const { id, secret } = await acme.addOAuthClient();
    expect((await partyOf(id).askBySecret(secret)).body).toMatchObject({ expires_in: 1_800 });
    await acme.query(`UPDATE scim_oauth_credentials SET expires_at = now() + interval '60 s' WHERE client_id = $1`, [
      id,
    ]);
    expect((await partyOf(id).askBySecret(secret)).body['expires_in']).toBeLessThanOrEqual(60);
    await acme.query('UPDATE scim_oauth_credentials SET expires_at = now() WHERE client_id = $1', [id]);
    const expired = await partyOf(id).askBySecret(secret);
    expect(expired).toMatchObject({ status: 401, body: { error_description: expect.stringContaining('has expired') } });
  });

  it('has access tokens that are none of the five, are not listed, and are revoked like any other', async () => {
    const { id, secret } = await acme.addOAuthClient();
    for (let more = 0; more < 4; more += 1) await acme.issueToken();
    const { body } = await partyOf(id).askBySecret(secret);
    await expect(acme.issueToken()).rejects.toThrow(TokenLimitReached);
    const tokens = app.application.get(TokensService);
    const { single } = app.application.get(Transactions);
    expect(await tokens.list(single, await acme.connection())).toHaveLength(5);
    const scim = new ScimClient(acme.scim.baseUrl, body.access_token);
    expect((await scim.get('/Users')).status).toBe(200);
    await acme.revokeToken(body.access_token.split('_')[1]!);
    expect((await scim.get('/Users')).status).toBe(401);
  });

  it('gets no access token on what is being changed at that moment', async () => {
    const { id, secret } = await acme.addOAuthClient();
    const asked = await acme.onOAuthClients(async (clients, tx, actor) => {
      await clients.rotateSecret(tx, id, 0, actor);
      const answer = partyOf(id).askBySecret(secret);
      while ((await acme.query(WAITING)).length === 0) await setTimeout(10);
      return { answer };
    });
    expect(await asked.answer).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(await tokensOf(id)).toEqual([]);
    expect(await partyOf(id).askBySecret(secret)).toMatchObject({ status: 401 });
  });

  it('leaves no expired access tokens behind, nor more than a thousand', async () => {
    const { id, secret } = await acme.addOAuthClient();
    const { body: first } = await partyOf(id).askBySecret(secret);
    await acme.query(`UPDATE scim_tokens SET expires_at = now() WHERE oauth_client_id = $1`, [id]);
    await acme.query(
      `INSERT INTO scim_tokens (id, organization_id, connection_id, label, digest, access, expires_at,
         oauth_client_id, oauth_credential_id)
       SELECT id || n, organization_id, connection_id, label, digest, access, now() + interval '1 hour',
         oauth_client_id, oauth_credential_id
       FROM scim_tokens, generate_series(1, 1500) n WHERE oauth_client_id = $1`,
      [id],
    );
    const { body: latest } = await partyOf(id).askBySecret(secret);
    const held = await tokensOf(id);
    expect(held).toHaveLength(1_000);
    const ids = held.map((token) => token['id']);
    expect(ids).not.toContain(first.access_token.split('_')[1]);
    expect(ids).toContain(latest.access_token.split('_')[1]);
  });

  it('leaves no assertion behind that is refused for its age by now', async () => {
    const key = await aKey();
    const { id } = await acme.addOAuthClient({ keys: key.jwk });
    await partyOf(id).askByKey(key);
    await acme.query(`UPDATE scim_oauth_assertions SET expires_at = now() - interval '2 minutes'`);
    await partyOf(id).askByKey(key);
    expect(await acme.query('SELECT * FROM scim_oauth_assertions WHERE client_id = $1', [id])).toHaveLength(1);
  });
});
