import { Connection, ConnectionsService, Token, TokensService } from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { ADAPTERS } from '../support/running-application.js';
import { act, asAdministrator, type Session, signIn } from './support/people.js';
import { startSecondProcess } from './support/second-process.js';
import { send } from './support/send.js';
import { type Refusal, Target } from './support/target.js';

const NOBODY: Refusal = [401];
const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

describe.each(ADAPTERS)('credentials on %s', (adapter) => {
  let acme: Target;
  let globex: Target;
  let token: string;
  beforeAll(async () => {
    acme = await Target.start(adapter);
    globex = await Target.in(acme.app);
    token = acme.organization.scim.token;
  });
  afterAll(() => acme.stop());

  const withHeader = (...values: string[]) => ({
    path: '/Users',
    headers: values.flatMap((value) => ['Authorization', value]),
  });

  const inTransaction = <Result>(work: Parameters<Transactions['run']>[0]) =>
    acme.app.application.get(Transactions).run(work) as Promise<Result>;

  const aToken = (wish: { access?: 'read' | 'write' } = {}, target = acme) =>
    inTransaction<{ id: string; token: string }>(async (tx) => {
      const connection = await tx.findOneByOrFail(Connection, { id: target.organization.scim.connectionId });
      return acme.app.application.get(TokensService).issue(tx, connection, { label: 'Extra', ...wish }, OPERATOR);
    });

  const revoke = (id: string) =>
    inTransaction((tx) => acme.app.application.get(TokensService).revoke(tx, id, OPERATOR));

  it.each<[name: string, header: (token: string) => string]>([
    ['none', () => ''],
    ['no token', () => 'Bearer'],
    ['a blank', () => 'Bearer '],
    ['null', () => 'Bearer null'],
    ['undefined', () => 'Bearer undefined'],
    ['0', () => 'Bearer 0'],
    ['no scheme', (good) => good],
    ['Basic', (good) => `Basic ${Buffer.from(`x:${good}`).toString('base64')}`],
    ['Token', (good) => `Token ${good}`],
    ['a tab', (good) => `Bearer\t${good}`],
    ['two in one', (good) => `Bearer ${good}, Bearer ${good}`],
    ['two behind one scheme', (good) => `Bearer ${good} ${good}`],
    ['less', (good) => `Bearer ${good.slice(0, -1)}`],
    ['more', (good) => `Bearer ${good}0`],
    ['another secret', (good) => `Bearer ${good.replace(/_[0-9a-f]/, (start) => (start === '_0' ? '_1' : '_0'))}`],
    ['upper case', (good) => `Bearer ${good.toUpperCase()}`],
    ['quotes', (good) => `Bearer "${good}"`],
    ['one that was never issued', () => 'Bearer rfscim_0123456789abcdef_' + '0'.repeat(64) + '_5e0f6e2c'],
    ['8 kB', () => `Bearer ${'x'.repeat(8_000)}`],
    ['SQL', () => `Bearer ' OR '1'='1`],
  ])('open nothing: %s', async (_, header) => {
    await acme.refuses(withHeader(header(token)), NOBODY);
    await acme.refuses({ ...withHeader(header(token)), method: 'POST', body: { userName: 'a@acme.test' } }, NOBODY);
  });

  it('may have their scheme in any case, and come once only', async () => {
    expect(await acme.send(withHeader(`bEARER ${token}`))).toMatchObject({ status: 200 });
    await acme.refuses(withHeader(`Bearer ${token}`, `Bearer ${token}`), NOBODY);
    await acme.refuses(withHeader(`Bearer ${token}`, 'Bearer x'), NOBODY);
    await acme.refuses(withHeader('Bearer x', `Bearer ${token}`), NOBODY);
  });

  it('in an address or in a body open nothing (RFC 6750 §2.2, §2.3)', async () => {
    const nothing = ['Authorization', ''];
    await acme.refuses({ path: `/Users?access_token=${token}`, headers: nothing }, NOBODY);
    const post = { method: 'POST', path: '/Users', headers: nothing };
    await acme.refuses({ ...post, body: { userName: 'a@acme.test', access_token: token } }, NOBODY);
    const form = [...nothing, 'Content-Type', 'application/x-www-form-urlencoded'];
    await acme.refuses({ ...post, headers: form, body: `access_token=${token}` }, NOBODY);
    expect(await acme.get('/Users?access_token=x')).toMatchObject({ status: 200 });
  });

  it('of another kind open nothing: a session, an API key, an invitation', async () => {
    const administrator = await asAdministrator(acme);
    const { body: key } = await act(acme, administrator, '/api-keys', { name: 'ci' });
    const { body: invitation } = await act(acme, administrator, '/invitations', {
      email: `guest-${adapter}@acme.test`,
      role: 'engineer',
    });
    const [, session] = administrator.cookie.split('=');
    for (const other of [session, key.value, invitation.token] as string[]) {
      expect(other.length).toBeGreaterThan(20);
      await acme.refuses(withHeader(`Bearer ${other}`), NOBODY);
    }
    const { cookie } = administrator;
    await acme.refuses(
      { path: '/Users', headers: ['Authorization', '', 'Cookie', cookie, 'X-API-Key', key.value] },
      NOBODY,
    );
  });

  it('of a connection open neither the product nor its screens', async () => {
    for (const path of ['/api/v1/me', '/api/v1/members', '/api/v1/audit', '/settings/members']) {
      for (const headers of [
        ['Authorization', `Bearer ${token}`],
        ['X-API-Key', token],
        ['Cookie', `ruleforge_session=${token}`],
      ]) {
        const { status, text } = await send(acme.app.url, { path, headers });
        expect([path, status === 401 || status === 302 || status === 303]).toEqual([path, true]);
        expect(text).not.toContain('victim@acme.test');
      }
    }
  });

  it('are refused from the next request on, on every process, once they are revoked or have expired', async () => {
    const second = await startSecondProcess(acme.app);
    try {
      for (const end of [
        revoke,
        (id: string) => inTransaction((tx) => tx.update(Token, { id }, { expiresAt: new Date(Date.now() - 1) })),
      ]) {
        const issued = await aToken();
        const probe = () =>
          send(second.url, {
            path: `/scim/${acme.organization.scim.connectionId}/v2/Users`,
            headers: ['Authorization', `Bearer ${issued.token}`],
          });
        expect(await probe()).toMatchObject({ status: 200 });
        await end(issued.id);
        expect(await probe()).toMatchObject({
          status: 401,
          headers: { 'www-authenticate': expect.stringContaining('error="invalid_token"') as string },
        });
        await acme.refuses(withHeader(`Bearer ${issued.token}`), NOBODY);
      }
    } finally {
      await second.stop();
    }
  });

  it('are good for the connection that they were issued for', async () => {
    const foreign = new URL(globex.organization.scim.baseUrl).pathname;
    await acme.refuses({ path: `/${foreign}/Users` }, NOBODY);
    const [real, unknown] = await Promise.all([
      acme.send({ path: `/${foreign}/Users` }),
      acme.send({ path: `//scim/${'x'.repeat(24)}/v2/Users` }),
    ]);
    expect([real.status, real.text, real.headers['www-authenticate']]).toEqual([
      unknown.status,
      unknown.text,
      unknown.headers['www-authenticate'],
    ]);
  });

  it('that may only read write nothing', async () => {
    const { id, token: reading } = await aToken({ access: 'read' });
    const headers = ['Authorization', `Bearer ${reading}`];
    expect(await acme.get('/Users', headers)).toMatchObject({ status: 200 });
    const path = `/Users/${acme.victim}`;
    await acme.refuses({ method: 'POST', path: '/Users', headers, body: { userName: 'a@acme.test' } }, [403]);
    for (const method of ['PUT', 'PATCH', 'DELETE']) await acme.refuses({ method, path, headers, body: {} }, [403]);
    await revoke(id);
  });

  it.each<[state: Connection['state'], refusal: Refusal]>([
    ['paused', [503]],
    ['draft', [403]],
    ['removed', NOBODY],
  ])('of a connection that is %s change nothing', async (state, refusal) => {
    const { connectionId: id } = globex.organization.scim;
    await inTransaction((tx) => tx.update(Connection, { id }, { state }));
    await globex.refuses({ path: '/Users' }, refusal);
    await globex.refuses({ method: 'DELETE', path: `/Users/${globex.victim}` }, refusal);
    await inTransaction((tx) => tx.update(Connection, { id }, { state: 'active' }));
    expect(await globex.get('/Users')).toMatchObject({ status: 200 });
  });

  it('are kept as digests only: no table tells one', async () => {
    const { email, password } = acme.organization.admin;
    const session = await signIn(acme, email, password);
    const { body: key } = await act(acme, await asAdministrator(acme), '/api-keys', { name: 'ci' });
    const secrets = [
      token,
      token.split('_')[2],
      password,
      key.value,
      (session as Session).cookie.split('=')[1],
    ] as string[];
    await acme.app.application
      .get(ConnectionsService)
      .list(acme.app.dataSource.manager, acme.organization.organizationId);
    const tables = await acme.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    for (const { tablename } of tables as { tablename: string }[]) {
      const rows = JSON.stringify(await acme.query(`SELECT t::text FROM ${tablename} t`));
      for (const secret of secrets) expect([tablename, rows.includes(secret)]).toEqual([tablename, false]);
    }
  });
});
