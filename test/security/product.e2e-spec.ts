import { randomUUID } from 'node:crypto';
import { act, asAdministrator, PASSWORD, postJson, type Session, signIn } from './support/people.js';
import { send } from './support/send.js';
import { stateOf } from './support/state.js';
import { Target } from './support/target.js';

const ELSEWHERE: readonly (readonly string[])[] = [
  ['Origin', 'https://evil.example'],
  ['Origin', 'null'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Site', 'same-site', 'Origin', 'https://other.localhost'],
];

describe('the doors for people', () => {
  let acme: Target;
  let globex: Target;
  let administrator: Session;
  let engineer: Session;
  beforeAll(async () => {
    acme = await Target.start();
    globex = await Target.in(acme.app);
    administrator = await asAdministrator(acme);
    const wish = { email: 'eng@acme.test', name: 'Eng', password: PASSWORD, role: 'engineer' };
    await act(acme, administrator, '/members', wish);
    engineer = (await signIn(acme, wish.email, PASSWORD)) as Session;
  });
  afterAll(() => acme.stop());

  const unchanged = async (attack: () => Promise<void>) => {
    const before = await stateOf(acme.app.dataSource);
    await attack();
    expect(await stateOf(acme.app.dataSource)).toBe(before);
  };

  it.each(ELSEWHERE)('open for no request that another site makes: %s %s', async (...headers) => {
    const { email, password } = acme.organization.admin;
    const cookie = ['Cookie', administrator.cookie];
    await unchanged(async () => {
      for (const [path, body, more] of [
        ['/api/v1/auth/login', { email, password }, []],
        ['/api/v1/members', { email: 'x@acme.test', name: 'X', password: PASSWORD, role: 'administrator' }, cookie],
        ['/api/v1/api-keys', { name: 'x' }, cookie],
        ['/sign-in', { email, password }, []],
        ['/sign-out', {}, cookie],
      ] as const) {
        const answer = await postJson(acme.app.url, path, body, [...headers, ...more]);
        expect([path, answer.status, answer.headers['set-cookie']]).toEqual([path, 403, undefined]);
      }
      const scim = `${new URL(acme.organization.scim.baseUrl).pathname}/Users`;
      const answer = await postJson(acme.app.url, scim, { userName: 'x@acme.test' }, [...headers, ...cookie]);
      expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/scim+json' } });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    });
  });

  it('are closed to those who are not signed in, and to those who may not', async () => {
    const doors = [
      ['GET', '/members', 401, 200],
      ['POST', '/members', 401, 403],
      ['GET', '/invitations', 401, 403],
      ['POST', '/invitations', 401, 403],
      ['GET', '/audit', 401, 403],
      ['POST', `/members/${acme.victim}/role`, 401, 403],
      ['POST', `/members/${acme.victim}/deactivate`, 401, 403],
      ['POST', `/members/${acme.victim}/reactivate`, 401, 403],
    ] as const;
    await unchanged(async () => {
      for (const [method, path, nobodys, engineers] of doors) {
        const body =
          method === 'POST'
            ? { email: 'x@acme.test', name: 'X', password: PASSWORD, role: 'administrator' }
            : undefined;
        const media = body ? ['Content-Type', 'application/json'] : [];
        const as = async (...headers: string[]) =>
          (await send(acme.app.url, { method, path: `/api/v1${path}`, body, headers: [...media, ...headers] })).status;
        expect([path, await as(), await as('Cookie', engineer.cookie)]).toEqual([path, nobodys, engineers]);
      }
    });
  });

  it('lead to nothing of another organization', async () => {
    const other = await asAdministrator(globex);
    const { body: invitation } = await act(globex, other, '/invitations', { email: 'i@globex.test', role: 'engineer' });
    const { body: key } = await act(globex, other, '/api-keys', { name: 'ci' });
    await unchanged(async () => {
      for (const id of [globex.victim, randomUUID(), 'x', '%00']) {
        for (const act_ of ['deactivate', 'reactivate', 'role']) {
          const { status } = await act(
            acme,
            administrator,
            `/members/${id}/${act_}`,
            act_ === 'role' ? { role: 'engineer' } : {},
          );
          expect([id, act_, status]).toEqual([id, act_, 404]);
        }
      }
      expect(await act(acme, administrator, `/invitations/${String(invitation.id)}/withdraw`)).toMatchObject({
        status: 404,
      });
      expect(await act(acme, administrator, `/api-keys/${String(key.id)}/revoke`)).toMatchObject({ status: 404 });
    });
  });

  it.each([
    ['/auth/login', { email: 'a@acme.test', password: 'x', isAdmin: true }],
    ['/auth/login', { email: ['a@acme.test'], password: 'x' }],
    ['/auth/login', { email: { $ne: null }, password: { $ne: null } }],
    ['/auth/login', { email: 'a\0@acme.test', password: 'x' }],
    ['/members', { email: 'a@acme.test', name: 'A', password: PASSWORD, role: 'owner' }],
    ['/members', { email: 'a@acme.test', name: 'A', password: PASSWORD, role: 'engineer', recovery: true }],
    [
      '/members',
      { email: 'a@acme.test', name: 'A', password: PASSWORD, role: 'engineer', organizationId: randomUUID() },
    ],
    ['/members', { email: 'a@acme.test', name: 'a\0', password: PASSWORD, role: 'engineer' }],
    ['/members', { email: 'a@acme.test', name: '\ud800', password: PASSWORD, role: 'engineer' }],
    ['/members', { email: 'a@acme.test', name: 'A', password: 'x'.repeat(10_000), role: 'engineer' }],
    ['/members', JSON.parse('{"__proto__":{"role":"administrator"},"email":"a@acme.test"}')],
    ['/members', { email: 'a@acme.test\r\nBcc: b', name: 'A', password: PASSWORD, role: 'engineer' }],
    ['/api-keys', { name: 'ci', memberId: randomUUID() }],
    ['/api-keys', { name: 'ci', expiresInDays: -1 }],
    ['/api-keys', { name: ['ci'] }],
    ['/invitations', { email: 'a@acme.test', role: '__proto__' }],
    ['/invitations', []],
    ['/invitations', 'x'],
  ])('take nothing but what they ask for: %s %j', async (path, body) => {
    await unchanged(async () => {
      const { status, text } = await act(acme, administrator, path, body);
      expect([400, 422]).toContain(status);
      expect(text).not.toMatch(/select |relation|node_modules|\bat .*:\d+:\d+/i);
    });
  });

  it.each([
    '/api/v1/members?search=%00',
    '/api/v1/members?search=%ed%a0%80',
    "/api/v1/members?search=%25'%20OR%201=1--",
    `/api/v1/members?search=${'a+'.repeat(3_000)}`,
    '/api/v1/members?limit=99999999999999999999',
    '/api/v1/members?limit=1&limit=2',
    '/api/v1/members?active=__proto__',
    '/api/v1/members?after=AAAA&before=AAAA',
    `/api/v1/members?after=${Buffer.from(`${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}\0x`).toString('base64url')}`,
    '/api/v1/audit?before=x',
    '/api/v1/audit?limit=1e9',
    '/api/v1/api-keys/%ff/revoke',
    '/settings/members?search=%00',
    '/settings/members?search=%ff&after=x&status=y',
    `/settings/members?after=${Buffer.from(`${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}\0x`).toString('base64url')}`,
    '/settings/members?search[]=a&search[x]=b',
    '/sign-in?next=//evil.example',
    '/sign-in?next=%00',
    '/assets/..%2f..%2fpackage.json',
    '/%ff',
    '/metrics/%00',
  ])('never break: %s', async (path) => {
    for (const accept of ['text/html', 'application/json']) {
      const { status, headers } = await send(acme.app.url, {
        path,
        headers: ['Cookie', administrator.cookie, 'Accept', accept],
      });
      expect(status).toBeLessThan(500);
      expect(headers.location ?? '/').toMatch(/^\/(?!\/)/);
    }
  });

  it('show markup as text', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    await acme.post({ userName: 'markup@acme.test', displayName: script });
    const { text, headers } = await send(acme.app.url, {
      path: '/settings/members?search=script',
      headers: ['Cookie', administrator.cookie, 'Accept', 'text/html'],
    });
    const all = await send(acme.app.url, {
      path: '/settings/members',
      headers: ['Cookie', administrator.cookie, 'Accept', 'text/html'],
    });
    expect(all.text).toContain('&lt;script');
    for (const page of [text, all.text]) expect(page).not.toMatch(/<script>alert|<img src=x/);
    expect(headers['content-security-policy']).toMatch(/script-src 'self'/);
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('let nobody guess a password, at the one or at the other', async () => {
    const { email } = globex.organization.admin;
    const guesses = await Promise.all(Array.from({ length: 14 }, () => signIn(acme, email, 'wrong password')));
    expect(guesses.filter((status) => status === 401)).toHaveLength(10);
    const last = await postJson(acme.app.url, '/api/v1/auth/login', {
      email,
      password: globex.organization.admin.password,
    });
    expect(last).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) as string } });
    expect(await signIn(acme, 'eng@acme.test', PASSWORD)).toEqual({ cookie: expect.any(String) as string });
  });

  it('let nobody try out the password of somebody whom they invited', async () => {
    const victim = { email: 'known@globex.test', name: 'Known', password: PASSWORD, role: 'engineer' };
    await act(globex, await asAdministrator(await Target.in(acme.app)), '/members', victim);
    const statuses: number[] = [];
    for (let round = 0; round < 3; round++) {
      const { body } = await act(acme, administrator, '/invitations', { email: victim.email, role: 'engineer' });
      const wish = { token: body.token, name: 'Known' };
      for (let guess = 0; guess < 5; guess++) {
        const password = `guess number ${guess}`;
        statuses.push((await act(acme, administrator, '/invitations/accept', { ...wish, password })).status);
      }
      await act(acme, administrator, `/invitations/${String(body.id)}/withdraw`);
    }
    expect([...new Set(statuses)]).toEqual([401, 429]);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });
});
