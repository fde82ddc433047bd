import { Transactions } from '../../src/database/transactions.js';
import { ManualMembersService } from '../../src/members/manual-members.service.js';
import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { PROVIDER_PROOF_PATH } from '../../src/web/access/fresh-sign-in/way-to-prove.js';
import { startApplication } from '../support/running-application.js';
import { onEachAdapter } from './support/road.js';
import { Visitor } from './support/visitor.js';

const KEY = />(rfk_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8})</;
const NEW = '/settings/api-keys/new';
const WISH = { name: 'ci', life: '90' };

onEachAdapter((road) => {
  let acme: FoundedOrganization;
  beforeEach(async () => {
    acme = await road.app.found();
  });

  const visit = () => Visitor.signedIn(road.app.url, acme.admin);
  const query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    road.app.dataSource.query(sql, values);
  const stale = async () => {
    const visitor = await visit();
    await query(`UPDATE sessions SET proved_at = now() - interval '11 min'`);
    return visitor;
  };
  const keys = () => query('SELECT * FROM api_keys WHERE organization_id = $1 ORDER BY id', [acme.organizationId]);
  const actions = async () =>
    (
      await query('SELECT action FROM audit_entries WHERE organization_id = $1 ORDER BY id DESC', [acme.organizationId])
    ).map(({ action }) => action);
  const knock = async (key = '') =>
    (await fetch(`${road.app.url}/api/v1/me`, { headers: { 'x-api-key': key } })).status;

  it('is asked of nobody who has just signed in', async () => {
    const visitor = await visit();
    expect((await visitor.get(NEW)).status).toBe(200);
    const made = await visitor.post(NEW, WISH);
    expect(made).toMatchObject({ status: 200 });
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(await knock(KEY.exec(made.html)?.[1])).toBe(200);
    expect((await visitor.get('/settings/api-keys')).html).not.toMatch(KEY);
  });

  it('leads from a page to the password, and back', async () => {
    const visitor = await stale();
    const { status, location } = await visitor.get(NEW);
    expect([status, location]).toEqual([303, '/confirm?next=%2Fsettings%2Fapi-keys%2Fnew']);
    expect((await visitor.get(location!)).html).toContain('Confirm it is you');
    const wrong = { next: NEW, confirmPassword: 'not the password' };
    expect(await visitor.post('/confirm', wrong)).toMatchObject({ status: 422 });
    expect((await visitor.get(NEW)).status).toBe(303);
    const right = { next: NEW, confirmPassword: acme.admin.password };
    expect(await visitor.post('/confirm', right)).toMatchObject({ status: 303, location: NEW });
    expect((await visitor.get(NEW)).status).toBe(200);
    expect((await actions())[0]).toBe('member.identity_confirmed');
  });

  it('holds a form that was sent too late, and goes on with it', async () => {
    const visitor = await stale();
    const held = await visitor.post(NEW, WISH);
    expect(held.status).toBe(401);
    expect(held.html).toMatch(/name="name" value="ci".*name="life" value="90"/s);
    expect(await keys()).toEqual([]);
    const refused = await visitor.post(NEW, { ...WISH, confirmPassword: 'not the password' });
    expect(refused).toMatchObject({ status: 401 });
    expect(refused.html).toMatch(/This is not your password\..*name="name" value="ci"/s);
    expect(refused.html).not.toContain('not the password');
    const made = await visitor.post(NEW, { ...WISH, confirmPassword: acme.admin.password });
    expect(made.html).toMatch(KEY);
    expect(await keys()).toMatchObject([{ name: 'ci' }]);
    expect((await visitor.get(NEW)).status).toBe(200);
  });

  it('is asked before a recovery administrator is named, and before one stops being it', async () => {
    const { application } = road.app;
    const wish = {
      email: 'next@acme.test',
      name: 'Next',
      password: 'correct horse battery',
      role: 'administrator',
    } as const;
    const operator = { kind: 'operator', id: 'test', name: 'Test' } as const;
    const id = await application
      .get(Transactions)
      .run((tx) => application.get(ManualMembersService).create(tx, acme.organizationId, wish, operator));
    const [path, proof] = [`/settings/members/${id}`, { confirmPassword: acme.admin.password }];
    const visitor = await stale();
    expect((await visitor.get(path)).html).toContain('Make recovery administrator');
    expect(await visitor.post(`${path}/recovery/end`)).toMatchObject({ status: 401 });
    expect(await visitor.post(`${path}/recovery`)).toMatchObject({ status: 401 });
    expect(await visitor.post(`${path}/recovery`, proof)).toMatchObject({
      status: 303,
      location: `${path}?done=named`,
    });
    expect((await visitor.get(path)).html).toContain('End this standing');
    expect((await visitor.post(`${path}/recovery/end`)).status).toBe(303);
    expect((await actions())[0]).toBe('member.relieved_recovery_administrator');
  });

  it('gives nothing to whoever took the cookie before', async () => {
    const visitor = await stale();
    const thief = visitor.twin();
    await visitor.post('/confirm', { next: NEW, confirmPassword: acme.admin.password });
    expect(await thief.get(NEW)).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(NEW)}` });
  });

  it('lets nobody guess', async () => {
    const visitor = await stale();
    const guess = { next: NEW, confirmPassword: 'a guess' };
    for (let attempt = 0; attempt < 10; attempt++) await visitor.post('/confirm', guess);
    expect((await visitor.post('/confirm', { ...guess, confirmPassword: acme.admin.password })).status).toBe(429);
  });

  it('goes through the provider that opened the session, and takes no password instead', async () => {
    const visitor = await stale();
    await query(`UPDATE sessions SET opened_by = 'oidc'`);
    expect((await visitor.get(`/confirm?next=${NEW}`)).html).toContain(
      `${PROVIDER_PROOF_PATH}?next=%2Fsettings%2Fapi-keys%2Fnew`,
    );
    expect(await visitor.post(NEW, { ...WISH, confirmPassword: acme.admin.password })).toMatchObject({ status: 401 });
    expect(await visitor.post('/confirm', { next: NEW, confirmPassword: acme.admin.password })).toMatchObject({
      status: 422,
    });
    expect(await keys()).toEqual([]);
  });

  it('leads to no other site', async () => {
    const visitor = await stale();
    const form = { next: '//evil.test/', confirmPassword: acme.admin.password };
    expect(await visitor.post('/confirm', form)).toMatchObject({ location: '/settings/members' });
  });

  it('is asked of programs too', async () => {
    const visitor = await stale();
    const answer = await visitor.post('/api/v1/api-keys', { name: 'ci' });
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('a sign-in of some time ago is not enough');
  });

  it('gives a key another value, and only its owner', async () => {
    const visitor = await visit();
    const before = KEY.exec((await visitor.post(NEW, WISH)).html)?.[1];
    const [key] = await keys();
    const rotated = await visitor.post(`/settings/api-keys/${String(key?.['id'])}/rotate`);
    const after = KEY.exec(rotated.html)?.[1];
    expect([await knock(before), await knock(after)]).toEqual([401, 200]);
    expect(await keys()).toHaveLength(1);
    const stranger = await Visitor.signedIn(road.app.url, (await road.app.found()).admin);
    expect((await stranger.post(`/settings/api-keys/${String(key?.['id'])}/rotate`)).status).toBe(422);
    expect((await stranger.post(`/settings/api-keys/${String(key?.['id'])}/revoke`)).status).toBe(422);
    expect(await knock(after)).toBe(200);
    expect(await visitor.post(`/settings/api-keys/${String(key?.['id'])}/revoke`)).toMatchObject({ status: 303 });
    expect(await knock(after)).toBe(401);
    expect((await visitor.post(`/settings/api-keys/${String(key?.['id'])}/rotate`)).status).toBe(422);
    expect((await actions()).slice(0, 3)).toEqual(['api_key.revoked', 'api_key.rotated', 'api_key.created']);
  });
});

describe('a session behind https', () => {
  it('has a cookie that no other host can set, and pages say what they may load', async () => {
    const running = await startApplication('fastify', { RULEFORGE_PUBLIC_URL: 'https://ruleforge.test' });
    try {
      const { admin } = await running.found();
      const url = (await running.application.getUrl()).replace('[::1]', 'localhost');
      const form = { method: 'POST', body: new URLSearchParams(admin), redirect: 'manual' } as const;
      const [cookie = ''] = (await fetch(`${url}/sign-in`, form)).headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-ruleforge_session=[\w-]{43}; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
      const value = cookie.split(/[=;]/)[1] ?? '';
      const visit = async (name: string) =>
        fetch(`${url}/account`, { headers: { accept: 'text/html', cookie: `${name}=${value}` }, redirect: 'manual' });
      expect((await visit('ruleforge_session')).status).toBe(303);
      const { status, headers } = await visit('__Host-ruleforge_session');
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'self'/);
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    } finally {
      await running.stop();
    }
  });
});
