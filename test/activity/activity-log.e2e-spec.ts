import { ActivityHistory, ActivityLog, activitySearchSql } from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { aUser, patchOf, UNKNOWN_ID } from '../road/support/documents.js';
import { Organization } from '../road/support/organization.js';
import { type RunningApplication } from '../support/running-application.js';
import { shareApplication } from '../support/share-application.js';

const MANY = 20_000;

describe('the request log, as it is looked things up in', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => void (app = await shareApplication('fastify')));
  beforeEach(async () => void (acme = new Organization(app, await app.found())));

  const history = () => app.application.get(ActivityHistory, { strict: false });
  const tx = () => app.application.get(Transactions).single;
  const place = () => ({ organizationId: acme.id, connectionId: acme.connectionId });
  const active = (value: boolean) => patchOf({ op: 'replace', path: 'active', value });
  const kept = () => acme.query('SELECT body FROM scim_kept_requests WHERE organization_id = $1', [acme.id]);

  it('tells what each request was about, and how it ended', async () => {
    const { id } = await acme.addUser('ada');
    await acme.scim.patch(`/Users/${id}`, active(false));
    await acme.scim.patch(`/Users/${id}`, active(true));
    await acme.scim.patch(`/Users/${id}`, patchOf({ op: 'Replace', path: 'title', value: 'Head' }));
    await acme.scim.get(`/Users/${id}`);
    await acme.scim.post('/Users', aUser('ada'));
    await acme.scim.delete(`/Users/${id}`);
    const entries = (await acme.activity()).reverse();
    expect(entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['create', 'ok'],
      ['deactivate', 'ok'],
      ['reactivate', 'ok'],
      ['update', 'tolerated'],
      ['read', 'ok'],
      ['create', 'refused'],
      ['delete', 'ok'],
    ]);
    const [today] = (await history().listDays(tx(), place(), 1)).slice(-1);
    expect(today).toMatchObject({ created: 1, updated: 1, deactivated: 2 });
    expect(await history().summarize(tx(), place())).toMatchObject({ requests: 7, refused: 1, failed: 0 });
  });

  it('counts an entry once, however often it is written', async () => {
    await acme.addUser('ada');
    const log = app.application.get(ActivityLog, { strict: false });
    await log.flush();
    await log.flush();
    expect(await history().summarize(tx(), place())).toMatchObject({ requests: 1 });
  });

  it('keeps refused writes alone, without passwords, and none that names a version or has no token', async () => {
    const { id } = await acme.addUser('ada');
    await acme.scim.post('/Users', aUser('ada', { password: 'a secret of ada' }));
    await acme.scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'title', value: 5 }), { 'if-match': 'W/"9"' });
    await acme.scim.get(`/Users/${UNKNOWN_ID}`);
    await acme.scim.post('/Users', '{ not json');
    await fetch(`${acme.scim.baseUrl}/Users`, { method: 'POST', body: JSON.stringify(aUser('eve')) });
    await acme.activity();
    const bodies = await kept();
    expect(bodies).toHaveLength(1);
    expect(JSON.stringify(bodies)).toContain('ada@acme.test');
    expect(JSON.stringify(bodies)).not.toContain('a secret');
    expect(await history().findByBody(tx(), place(), 'ADA@acme')).toHaveLength(1);
  });

  it('drops what was kept for a month, and shows nobody else’s', async () => {
    await acme.addUser('ada');
    await acme.scim.post('/Users', aUser('ada'));
    const [refused] = await acme.activity();
    const globex = new Organization(app, await app.found());
    const theirs = { organizationId: globex.id, connectionId: globex.connectionId };
    expect(await history().find(tx(), theirs, String(refused!['id']))).toBeUndefined();
    expect(await history().find(tx(), place(), 'no id')).toBeUndefined();
    await acme.query('UPDATE scim_kept_requests SET expires_at = now() WHERE organization_id = $1', [acme.id]);
    await history().dropExpired(tx());
    expect(await kept()).toEqual([]);
    const entry = await history().find(tx(), place(), String(refused!['id']));
    expect(await history().isRetriable(tx(), place(), entry!)).toBe('not-kept');
  });

  it('finds a page by an index, however long the log is', async () => {
    await acme.query(
      `INSERT INTO scim_activity (organization_id, id, connection_id, at, request_id, method, operation, kind, resource_id,
         status, changed, leniencies, duration_ms)
       SELECT $1, uuid_v7(), $2, now(), n::text, 'PATCH', 'Users.patch',
         CASE WHEN n % 1000 = 0 THEN 'deactivate' ELSE 'update' END, gen_random_uuid()::text,
         CASE WHEN n % 5000 = 0 THEN 409 ELSE 200 END, '{}', '{}', 1
       FROM generate_series(1, ${MANY}) AS n`,
      [acme.id, acme.connectionId],
    );
    await acme.query('ANALYZE scim_activity');
    const searches = [
      {},
      { outcome: 'refused' },
      { kind: 'deactivate' },
      { about: { resourceIds: [UNKNOWN_ID], entryIds: [UNKNOWN_ID] } },
      { since: new Date(Date.now() - 60_000), before: UNKNOWN_ID },
    ] as const;
    for (const search of searches) {
      const { text, values } = activitySearchSql(place(), { limit: 50, ...search });
      const rows = await acme.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]);
      const plan = JSON.stringify(rows);
      expect([search, plan.includes('"Seq Scan"')]).toEqual([search, false]);
      const read = [...plan.matchAll(/"Rows Removed by Filter":(\d+)/g)].map(([, count]) => Number(count));
      expect([search, Math.max(0, ...read) < 500]).toEqual([search, true]);
    }
  });
});
