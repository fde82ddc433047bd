import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../src/api/api.module.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { readSettings } from '../../src/config/settings.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { type Acme, Domain, PASSWORD } from './domain.js';
import { mapping, RoleOffice } from './role-office.js';

interface Keys {
  readonly keys: readonly { readonly name: string }[];
  readonly next: string;
}

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
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
      /^__Host-ruleforge_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/i,
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
    const own = { keys: [{ name: 'ci', memberId: id, works: true }] };
    expect((await send({ url: '/api-keys', headers: session })).json()).toMatchObject(own);
    await acme.change(id, (before) => ({ ...before, active: false }));
    for (const headers of ways) {
      const refused = await send({ url: '/me', headers });
      expect([refused.statusCode, refused.json()]).toMatchObject([401, { code: 'unauthorized' }]);
    }
  });

  it('lists API keys page by page, the newest first, and refuses what is no next of a page', async () => {
    for (const name of ['a', 'b', 'c']) await send({ url: '/api-keys', payload: { name }, headers: root });
    const read = async (search: string) => (await send({ url: `/api-keys?${search}`, headers: root })).json<Keys>();
    const first = await read('limit=2');
    expect(first.keys.map(({ name }) => name)).toEqual(['c', 'b']);
    expect(await read(`limit=2&before=${first.next}`)).toMatchObject({
      keys: [{ name: 'a', owner: expect.any(String) }],
    });
    for (const wrong of ['before=nothing', 'limit=0', 'limit=201'])
      expect((await send({ url: `/api-keys?${wrong}`, headers: root })).statusCode).toBe(422);
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

  it('keeps projects, and who has a role in them', async () => {
    const created = await send({ url: '/projects', payload: { name: 'Cloud' }, headers: root });
    const { id } = created.json<{ id: string }>();
    expect([created.statusCode, created.json()]).toMatchObject([201, { name: 'Cloud' }]);
    expect((await send({ url: '/projects', payload: { name: ' CLOUD' }, headers: root })).statusCode).toBe(409);
    expect((await send({ url: `/projects/${id}/rename`, payload: { name: 'Clouds' }, headers: root })).statusCode).toBe(
      204,
    );
    const engineer = await acme.addByHand(`engineer@${acme.id}.test`);
    const session = await signIn(`engineer@${acme.id}.test`);
    const payload = { memberId: engineer, role: 'reviewer' };
    const place = (headers: Record<string, string>, body: object = payload) =>
      send({ url: `/projects/${id}/members`, payload: body, headers });
    expect((await place(session)).statusCode).toBe(403);
    expect((await place(root, { ...payload, role: 'administrator' })).statusCode).toBe(422);
    expect((await place(root)).statusCode).toBe(204);
    expect((await send({ url: '/projects', headers: session })).json()).toMatchObject({
      projects: [{ id, name: 'Clouds' }],
    });
    const list = async () => (await send({ url: `/projects/${id}/members`, headers: session })).json<object>();
    expect(await list()).toEqual({
      members: [{ id: engineer, name: `engineer@${acme.id}.test`, active: true, role: 'reviewer', byGroup: false }],
    });
    const url = `/projects/${id}/members/${engineer}`;
    expect((await send({ method: 'DELETE', url, headers: root })).statusCode).toBe(204);
    expect(await list()).toEqual({ members: [] });
    const other = await domain.anOrganization();
    const foreign = await signIn(`root@${other.id}.test`);
    expect((await send({ url: `/projects/${id}/members`, headers: foreign })).statusCode).toBe(404);
    expect((await send({ method: 'DELETE', url, headers: foreign })).statusCode).toBe(404);
  });

  it('previews what groups shall mean, and applies exactly that', async () => {
    const office = await RoleOffice.open(acme);
    const ada = (await acme.provision('ada')).id;
    const group = await office.create('Engineers', [ada]);
    const url = `/identity/connections/${acme.connectionId}/role-mappings`;
    const rules = { defaultRole: 'read_only', mappings: [mapping(group.id, 'administrator')] };
    const shown = await send({ url: `${url}/preview`, payload: rules, headers: root });
    expect([shown.statusCode, shown.json()]).toMatchObject([
      200,
      { needsConfirmation: true, becomeAdministrator: { total: 1, members: [{ id: ada }] } },
    ]);
    const { token } = shown.json<{ token: string }>();
    const put = async (payload: object, headers = root) =>
      (await send({ method: 'PUT', url, payload, headers })).statusCode;
    expect(await put({ ...rules, token })).toBe(409);
    expect(await put({ ...rules, token: 'x', confirmAdministrator: true })).toBe(409);
    expect(await put({ ...rules, token, confirmAdministrator: true })).toBe(200);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'administrator' });
    expect((await send({ url, headers: root })).json()).toMatchObject({ mappings: [{ pinned: { id: group.id } }] });
    const changed = await send({ url: `/members/${ada}/role`, payload: { role: 'engineer' }, headers: root });
    expect([changed.statusCode, changed.json<{ message: string }>().message]).toEqual([
      409,
      expect.stringContaining('"Engineers"'),
    ]);
    await acme.addByHand(`engineer@${acme.id}.test`);
    const engineer = await signIn(`engineer@${acme.id}.test`);
    expect(await put({ ...rules, token }, engineer)).toBe(403);
    const other = await domain.anOrganization();
    const foreign = await signIn(`root@${other.id}.test`);
    expect((await send({ url, headers: foreign })).statusCode).toBe(404);
    expect((await send({ url: '/identity/connections/%00/role-mappings', headers: root })).statusCode).toBe(404);
    const wrong = { defaultRole: 'administrator', mappings: [{ group: { by: 'color', value: '' }, role: 'owner' }] };
    const refused = await send({ url: `${url}/preview`, payload: wrong, headers: root });
    const { errors } = refused.json<{ details: { errors: { loc: string[] }[] } }>().details;
    expect([refused.statusCode, [...new Set(errors.map(({ loc }) => loc.join('.')))].sort()]).toEqual([
      422,
      ['defaultRole', 'mappings.0.group.by', 'mappings.0.group.value', 'mappings.0.role'],
    ]);
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
      { cookie: '__Host-ruleforge_session=x' },
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
