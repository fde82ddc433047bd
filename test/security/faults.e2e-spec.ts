import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '@ruleforge/scim';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../../src/database/statement.js';
import { Transactions } from '../../src/database/transactions.js';
import { expectConservation } from './support/conservation.js';
import { asAdministrator, isIn, PASSWORD, act, type Session, signIn } from './support/people.js';
import { startSecondProcess } from './support/second-process.js';
import { type Answer, send, type Wish } from './support/send.js';
import { type SeverableDatabase, severable } from './support/severable.js';
import { stateOf } from './support/state.js';
import { patchOf, Target } from './support/target.js';

const MEDIA = ['Content-Type', 'application/scim+json'];
const deactivation = patchOf({ op: 'replace', path: 'active', value: false });

describe('when the database fails', () => {
  let acme: Target;
  let road: SeverableDatabase;
  let app: Awaited<ReturnType<typeof startSecondProcess>>;
  let base: string;
  let authorized: string[];
  beforeAll(async () => {
    acme = await Target.start();
    road = await severable(acme.app.databaseUrl);
    app = await startSecondProcess({ databaseUrl: road.url });
    base = new URL(acme.organization.scim.baseUrl).pathname;
    authorized = [...MEDIA, 'Authorization', `Bearer ${acme.organization.scim.token}`];
  });
  afterAll(async () => {
    await app.stop();
    road.close();
    await acme.stop();
  });

  const ask = (wish: Wish, headers: readonly string[] = authorized) =>
    send(app.url, { ...wish, path: base + wish.path, headers });

  const OURS = {
    status: 503,
    headers: { 'retry-after': expect.stringMatching(/^\d+$/) as string, 'content-type': 'application/scim+json' },
  };

  it('answers 503 while the database is away, to everybody whose token it cannot check, and recovers by itself', async () => {
    const before = await stateOf(acme.app.dataSource);
    const administrator = await asAdministrator(acme);
    expect(await isIn(app.url, 'Cookie', administrator.cookie)).toBe(true);
    const signedIn = await stateOf(acme.app.dataSource);
    expect(signedIn).not.toBe(before);
    const victim = `/Users/${acme.victim}`;
    road.cut();
    for (const wish of [
      { path: '/Users' },
      { path: victim },
      { path: '/Users?filter=userName%20eq%20%22nobody%22' },
      { path: '/Users/no-uuid' },
      { path: '/ServiceProviderConfig' },
      { method: 'POST', path: '/Users', body: { userName: 'away@acme.test' } },
      { method: 'PUT', path: victim, body: { userName: 'away@acme.test' } },
      { method: 'PATCH', path: victim, body: deactivation },
      { method: 'DELETE', path: victim },
    ]) {
      expect(await ask(wish)).toMatchObject(OURS);
    }
    const form = 'grant_type=client_credentials&client_id=somebody&client_secret=something';
    const token = { method: 'POST', path: base.replace(/v2$/, 'oauth/token'), body: form };
    const headers = ['Content-Type', 'application/x-www-form-urlencoded'];
    expect(await send(app.url, { ...token, headers })).toMatchObject({
      status: 503,
      headers: { 'retry-after': OURS.headers['retry-after'] },
      body: { error: 'temporarily_unavailable' },
    });
    expect(await ask({ path: '/Users' }, ['Authorization', 'Bearer x'])).toMatchObject({ status: 401 });
    expect(await ask({ path: '/ResourceTypes' })).toMatchObject({ status: 200 });
    expect(await send(app.url, { path: '/health/live' })).toMatchObject({ status: 200 });
    expect(await send(app.url, { path: '/health/ready' })).toMatchObject({ status: 503 });
    for (const path of ['/api/v1/me', '/settings/members']) {
      expect([path, (await send(app.url, { path, headers: ['Cookie', administrator.cookie] })).status]).toEqual([
        path,
        503,
      ]);
    }
    road.mend();
    expect(await ask({ path: victim })).toMatchObject({ status: 200, body: { active: true } });
    expect(await isIn(app.url, 'Cookie', administrator.cookie)).toBe(true);
    expect(await stateOf(acme.app.dataSource)).toBe(signedIn);
  });

  it('lives on when its connections are killed under load, and loses nothing that it acknowledged', async () => {
    const answers: { wish: Wish; answer: Answer }[] = [];
    let isOver = false;
    const lane = async (name: number) => {
      for (let at = 0; !isOver; at++) {
        const userName = `load-${name}-${at}@acme.test`;
        const title = `Title ${name} ${at}`;
        for (const wish of [
          { method: 'POST', path: '/Users', body: { userName } },
          { path: `/Users/${acme.victim}` },
          {
            method: 'PATCH',
            path: `/Users/${acme.victim}`,
            body: patchOf({ op: 'replace', path: 'title', value: title }),
          },
        ]) {
          answers.push({ wish, answer: await ask(wish) });
        }
      }
    };
    const lanes = Array.from({ length: 6 }, (_, name) => lane(name));
    for (let round = 0; round < 12; round++) {
      await sleep(80);
      await acme.query(
        `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 3) AS chosen`,
      );
    }
    isOver = true;
    await Promise.all(lanes);
    for (const { answer } of answers) {
      if (answer.status === 503) expect(answer).toMatchObject(OURS);
      else expect([200, 201]).toContain(answer.status);
    }
    const created = answers.filter(({ answer }) => answer.status === 201);
    expect(created.length).toBeGreaterThan(5);
    const kept = await acme.query(`SELECT user_name FROM members WHERE user_name LIKE 'load-%'`);
    const names = new Set(kept.map(({ user_name }) => user_name as string));
    for (const { answer } of created) expect(names).toContain(answer.body.userName);
    await expectConservation(acme);
    expect(await ask({ path: '/Users?count=1' })).toMatchObject({ status: 200 });
  });

  it.each<[name: string, next: (tx: EntityManager) => Promise<unknown>]>([
    ['a statement', (tx) => runStatement(tx, { name: 'one', text: 'SELECT 1' }, [])],
    ['a query', (tx) => tx.query('SELECT 1')],
    ['its end', () => Promise.resolve()],
  ])('knows a connection that dies in a transaction for what it is: before %s', async (_, next) => {
    const ended = acme.app.application.get(Transactions).run(async (tx) => {
      const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
      await acme.query('SELECT pg_terminate_backend($1)', [pid]);
      await sleep(20);
      await next(tx);
    });
    expect(isOutage(await ended.catch((error: unknown) => error))).toBe(true);
  });

  it('survives a connection that dies on its way from the pool to whoever asked for it', async () => {
    const { master: pool } = acme.app.dataSource.driver as unknown as { master: pg.Pool };
    const client = await pool.connect();
    const [{ pid }] = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows as [{ pid: number }];
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await acme.query('SELECT pg_terminate_backend($1)', [pid]);
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow('not queryable');
    client.release();
  });

  it('does not wait for ever for a row that somebody holds', async () => {
    const runner = acme.app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT FROM members WHERE id = $1 FOR UPDATE', [acme.victim]);
    const [held, other] = await Promise.all([
      ask({ method: 'PATCH', path: `/Users/${acme.victim}`, body: deactivation }),
      ask({ method: 'POST', path: '/Users', body: { userName: 'meanwhile@acme.test' } }),
    ]);
    await runner.rollbackTransaction();
    await runner.release();
    expect([held, other]).toMatchObject([OURS, { status: 201 }]);
  });

  it.each(['sessions', 'api_keys', 'audit_entries'])(
    'cuts access wholly or not at all: when %s cannot be written',
    async (table) => {
      const email = `half-${table}@acme.test`;
      const wish = { email, name: 'Half', password: PASSWORD, role: 'engineer' };
      const { body } = await act(acme, await asAdministrator(acme), '/members', wish);
      const session = (await signIn(acme, email, PASSWORD)) as Session;
      await act(acme, session, '/api-keys', { name: 'ci' });
      await acme.query(`
      CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE OR DELETE ON ${table} EXECUTE FUNCTION disk_is_full()`);
      const before = await stateOf(acme.app.dataSource);
      const path = `/Users/${String(body.id)}`;
      expect(await ask({ method: 'PATCH', path, body: deactivation })).toMatchObject(OURS);
      expect(await ask({ method: 'PUT', path, body: { userName: email, active: false } })).toMatchObject(OURS);
      expect(await stateOf(acme.app.dataSource)).toBe(before);
      expect(await isIn(acme.app.url, 'Cookie', session.cookie)).toBe(true);
      await acme.query('DROP FUNCTION disk_is_full CASCADE');
      expect(await ask({ method: 'PATCH', path, body: deactivation })).toMatchObject({ status: 200 });
      expect(await isIn(acme.app.url, 'Cookie', session.cookie)).toBe(false);
    },
  );
});
