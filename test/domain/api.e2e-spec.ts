import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../src/api/api.module.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { readSettings } from '../../src/config/settings.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { type Acme, Domain, PASSWORD } from './domain.js';

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: object;
  readonly headers?: Record<string, string>;
}

describe('/api/v1', () => {
  let domain: Domain;
  let acme: Acme;
  let app: NestFastifyApplication;
  let root: Record<string, string>;

  beforeAll(async () => {
    domain = await Domain.open();
    const settings = readSettings({ RULEFORGE_PUBLIC_URL: 'https://ruleforge.test' });
    const imports = [
      ConfigModule.forRoot(settings),
      DatabaseModule.forRoot({ url: domain.databaseUrl, poolSize: 4 }),
      ApiModule,
    ];
    const module = await Test.createTestingModule({ imports }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await domain.close();
  });
  beforeEach(async () => {
    acme = await domain.anOrganization();
    root = await signIn(`root@${acme.id}.test`);
  });

  const send = (sent: Sent) =>
    app.inject({ method: sent.payload ? 'POST' : 'GET', ...sent, url: `/api/v1${sent.url}` });

  const signIn = async (email: string) => {
    const { headers } = await send({ url: '/auth/login', payload: { email, password: PASSWORD } });
    return { cookie: String(headers['set-cookie']).split(';')[0]! };
  };

  it('signs in with a cookie that no script and no other site can use, and out again', async () => {
    const answer = await send({
      url: '/auth/login',
      payload: { email: `root@${acme.id}.test`, password: PASSWORD },
    });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^ruleforge_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/i,
    );
    const me = await send({ url: '/me', headers: root });
    expect(me.json()).toMatchObject({
      user: { name: 'Root', locale: 'en' },
      organization: { id: acme.id, name: 'Acme' },
      role: { key: 'administrator', label: 'Administrator' },
      via: 'session',
    });
    const out = await send({ url: '/auth/logout', payload: {}, headers: root });
    expect([out.statusCode, String(out.headers['set-cookie'])]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await send({ url: '/me', headers: root })).statusCode).toBe(401);
  });

  it('answers /me to a session or an API key until access is cut, and 401 from the next request on', async () => {
    const id = await acme.addByHand(`key@${acme.id}.test`);
    const session = await signIn(`key@${acme.id}.test`);
    const created = await send({ url: '/api-keys', payload: { name: 'ci', expiresInDays: 1 }, headers: session });
    const { value } = created.json<{ value: string }>();
    const ways: Record<string, string>[] = [session, { authorization: `Bearer ${value}` }, { 'x-api-key': value }];
    for (const headers of ways) {
      expect((await send({ url: '/me', headers })).json()).toMatchObject({ member: { id } });
    }
    expect((await send({ url: '/api-keys', headers: session })).json()).toMatchObject([{ name: 'ci', memberId: id }]);
    await acme.change(id, (before) => ({ ...before, active: false }));
    for (const headers of ways) {
      const refused = await send({ url: '/me', headers });
      expect([refused.statusCode, refused.json()]).toMatchObject([401, { code: 'unauthorized' }]);
    }
  });

  it('mints no API key for an API key', async () => {
    const created = await send({ url: '/api-keys', payload: { name: 'ci' }, headers: root });
    const headers = { 'x-api-key': created.json<{ value: string }>().value };
    expect((await send({ url: '/api-keys', payload: { name: 'more' }, headers })).statusCode).toBe(403);
  });

  it('lets an administrator manage members, and others look', async () => {
    const payload = { email: `new@${acme.id}.test`, name: 'New', password: PASSWORD, role: 'engineer' };
    const created = await send({ url: '/members', payload, headers: root });
    expect(created.statusCode).toBe(201);
    const { id } = created.json<{ id: string }>();
    const engineer = await signIn(payload.email);
    const list = await send({ url: '/members?search=new&limit=5', headers: engineer });
    expect(list.json()).toMatchObject({ members: [{ id, role: 'engineer', active: true }] });
    expect((await send({ url: `/members/${id}/deactivate`, payload: {}, headers: engineer })).statusCode).toBe(403);
    expect((await send({ url: '/audit', headers: engineer })).statusCode).toBe(403);
    const act = async (path: string, body = {}) =>
      (await send({ url: `/members/${id}/${path}`, payload: body, headers: root })).statusCode;
    expect(await act('role', { role: 'security_content_lead' })).toBe(204);
    expect((await send({ url: '/audit', headers: engineer })).json()).toMatchObject({
      entries: [
        { action: 'member.role_changed', actorName: 'Root', details: { role: { from: 'engineer' } } },
        { action: 'member.signed_in' },
        { action: 'member.created' },
        {},
        {},
        {},
      ],
    });
    expect(await act('deactivate')).toBe(204);
    expect(await act('reactivate')).toBe(204);
    expect((await send({ url: '/me', headers: engineer })).statusCode).toBe(401);
  });

  it('keeps organizations apart', async () => {
    const other = await domain.anOrganization();
    const foreign = await other.addByHand(`foreign@${other.id}.test`);
    for (const id of [foreign, '00000000-0000-7000-8000-000000000000', 'nonsense', '%00']) {
      const refused = await send({ url: `/members/${id}/deactivate`, payload: {}, headers: root });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([404, 'not_found']);
    }
    expect((await send({ url: '/api-keys/%00/revoke', payload: {}, headers: root })).statusCode).toBe(404);
  });

  it('invites and accepts', async () => {
    const email = `guest@${acme.id}.test`;
    const invited = await send({ url: '/invitations', payload: { email, role: 'reviewer' }, headers: root });
    const { token } = invited.json<{ token: string }>();
    expect((await send({ url: '/invitations', headers: root })).json()).toMatchObject([{ email, state: 'pending' }]);
    const payload = { token, name: 'Guest', password: PASSWORD };
    expect((await send({ url: '/invitations/accept', payload })).statusCode).toBe(201);
    expect((await send({ url: '/invitations/accept', payload })).statusCode).toBe(404);
    expect((await send({ url: '/me', headers: await signIn(email) })).json()).toMatchObject({
      role: { key: 'reviewer' },
    });
  });

  it.each<[string, object, string[]]>([
    ['/members', { email: 'x', password: 'short', role: 'owner' }, ['email', 'name', 'password', 'role']],
    ['/members', { email: 'a@b.test', name: 'a\0b', password: PASSWORD, role: 'engineer' }, ['name']],
    ['/api-keys', { name: 'ci', expiresInDays: '7', scope: 'all' }, ['scope', 'expiresInDays']],
    ['/auth/login', { email: { $ne: '' }, password: PASSWORD }, ['email']],
    ['/auth/login', { email: 'a@b.test', password: PASSWORD, organizationId: 'x' }, ['organizationId']],
  ])('names the fields that are wrong in POST %s %j', async (url, payload, fields) => {
    const refused = await send({ url, payload, headers: root });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([422, 'request_validation_failed']);
    const { errors } = refused.json<{ details: { errors: { loc: string[] }[] } }>().details;
    expect([...new Set(errors.flatMap(({ loc }) => loc))].sort()).toEqual([...fields].sort());
  });

  it('refuses credentials that are none', async () => {
    const none: Record<string, string>[] = [
      {},
      { cookie: 'ruleforge_session=x' },
      { authorization: 'Bearer rfk_x' },
      { 'x-api-key': '\u00ff' },
    ];
    for (const headers of none) {
      expect((await send({ url: '/me', headers })).statusCode).toBe(401);
    }
    const refused = await send({ url: '/auth/login', payload: { email: 'nobody@acme.test', password: 'x' } });
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([401, undefined]);
  });
});
