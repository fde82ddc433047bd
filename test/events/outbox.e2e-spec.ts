import { AuditService } from '../../src/audit/audit.service.js';
import { readSettings } from '../../src/config/settings.js';
import { runStatement } from '../../src/database/statement.js';
import { Transactions } from '../../src/database/transactions.js';
import { EventDispatcher } from '../../src/events/deliveries/event-dispatcher.service.js';
import { EventMetrics } from '../../src/events/deliveries/event-metrics.service.js';
import { type ClaimedWebhook, WebhookQueue } from '../../src/events/deliveries/webhook-queue.service.js';
import { CLAIM_WEBHOOKS } from '../../src/events/deliveries/webhook-queue.statements.js';
import { WebhookSender } from '../../src/events/webhooks/webhook-sender.service.js';
import { SecretBox } from '../../src/secrets/secret-box.service.js';
import { bulkOf, creates, statusesOf } from '../road/support/bulk.js';
import { aGroup, aUser, patchOf, replace, RULEFORGE } from '../road/support/documents.js';
import type { Organization } from '../road/support/organization.js';
import { Road } from '../road/support/road.js';
import { type CreatedReceiver, EventDesk } from './support/event-desk.js';
import { Receiver, until } from './support/receiver.js';

const NOBODY_SENDS = { RULEFORGE_WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true', RULEFORGE_EVENTS_INTERVAL_MS: '60000' };

/** What is queued, while nobody sends it. */
describe('the outbox', () => {
  const road = new Road();
  let acme: Organization;
  let desk: EventDesk;
  let hook: CreatedReceiver;
  beforeAll(() => road.open('fastify', NOBODY_SENDS));
  beforeEach(async () => {
    acme = await road.anOrganization();
    desk = await EventDesk.of(road.app.url, acme);
    hook = await desk.addWebhook('http://127.0.0.1:9/hook');
  });

  const get = <Service>(type: new (...dependencies: never[]) => Service) =>
    road.app.application.get<Service>(type, { strict: false });

  /** Type, subject and attributes of each, the oldest first. */
  const queued = async () =>
    (await desk.deliveries(hook))
      .map(({ type, subjectId, attributes, replaced }) => ({
        ...{ type, subjectId, attributes, replaced },
      }))
      .reverse();
  const types = async () => (await queued()).map(({ type }) => type);

  it('has nothing of what was refused, undone, or changed nothing', async () => {
    await acme.addUser('ada');
    const { id } = await acme.addUser('bob');
    const before = await queued();
    expect((await acme.scim.post('/Users', aUser('ada'))).status).toBe(409);
    expect((await acme.scim.patch(`/Users/${id}`, replace('userName', 'ada@acme.test'))).status).toBe(409);
    expect((await acme.scim.patch(`/Users/${id}`, replace('active', true))).status).toBe(200);
    expect((await acme.scim.put(`/Users/${id}`, aUser('bob'))).status).toBe(200);
    const actor = { kind: 'system', id: 'test', name: 'Test' } as const;
    const undone = get(Transactions).run(async (tx) => {
      const subject = { kind: 'member', id, name: 'Bob' };
      await get(AuditService).record(tx, { organizationId: acme.id, actor, action: 'member.updated', subject });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await queued()).toEqual(before);
  });

  it('has each operation of a Bulk request that was done, and the names of what it gave', async () => {
    const done = creates('/Users', 'a', aUser('ada', { externalId: 'x-1' }));
    const answer = await acme.scim.post(
      '/Bulk',
      bulkOf(done, creates('/Users', 'b', aUser('ada')), creates('/Users', 'c', aUser('cy'))),
    );
    expect(statusesOf(answer)).toEqual(['201', '409', '201']);
    const events = await queued();
    const attributes = expect.arrayContaining(['userName', 'active', 'externalId', 'name', 'emails']);
    expect(events.map(({ type }) => type)).toEqual(['member.created', 'member.created']);
    expect(events).toContainEqual({
      type: 'member.created',
      subjectId: expect.any(String),
      attributes,
      replaced: false,
    });
  });

  it('tells a PUT from a PATCH, and what happens to groups and to roles', async () => {
    const ada = await acme.addUser('ada');
    await acme.scim.put(`/Users/${ada.id}`, aUser('ada', { title: 'Countess' }));
    const crew = await acme.addGroup('Crew', [], { externalId: 'g-1' });
    await acme.scim.patch(`/Groups/${crew.id}`, patchOf({ op: 'add', path: 'members', value: [{ value: ada.id }] }));
    await acme.scim.patch(`/Groups/${crew.id}`, replace('displayName', 'Staff'));
    await acme.scim.put(`/Groups/${crew.id}`, { ...aGroup('Staff', ada), externalId: 'g-2' });
    const role = { role: 'engineer' };
    await desk.administrator.send('POST', `/members/${ada.id}/role`, role);
    await acme.scim.delete(`/Groups/${crew.id}`);
    const group = { subjectId: crew.id, replaced: false };
    expect((await queued()).slice(1)).toEqual([
      { type: 'member.updated', subjectId: ada.id, attributes: ['title'], replaced: true },
      { type: 'group.created', ...group, attributes: ['displayName', 'externalId'] },
      { type: 'group.updated', ...group, attributes: ['members'] },
      { type: 'group.updated', ...group, attributes: ['displayName'] },
      { type: 'group.updated', ...group, attributes: ['externalId'], replaced: true },
      { type: 'member.updated', subjectId: ada.id, attributes: [`${RULEFORGE}:role`], replaced: false },
      { type: 'group.deleted', ...group, attributes: null },
    ]);
  });

  it('has what is done by hand, and for speakers of SCIM nobody whom a directory cannot see', async () => {
    const stream = await desk.addStream();
    const id = await acme.addByHand('grace@acme.test');
    await desk.administrator.send('POST', `/members/${id}/deactivate`);
    await acme.query(
      `INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
         subject_name, details)
       VALUES ($1, uuid_v7(), 'operator', 'x', 'x', 'member.created', 'member', $2, 'x', '{"recovery":true}')`,
      [acme.id, await acme.recoveryId()],
    );
    const expected = ['member.created', 'member.deactivated', 'member.sessions_ended'];
    expect((await types()).sort()).toEqual([...expected, 'member.created'].sort());
    expect((await desk.deliveries(stream)).map(({ type }) => type).sort()).toEqual(expected);
  });

  it('has only what happens in the receiver’s organization', async () => {
    const other = await road.anOrganization();
    await other.addUser('ada');
    expect(await queued()).toEqual([]);
    const otherDesk = await EventDesk.of(road.app.url, other);
    await acme.addUser('ada');
    for (const [verb, path] of [
      ['GET', '/deliveries'],
      ['POST', '/pause'],
      ['POST', '/test'],
      ['POST', '/rotate-secret'],
      ['DELETE', ''],
    ]) {
      const body = verb === 'POST' ? {} : undefined;
      expect((await otherDesk.administrator.send(verb!, `/event-receivers/${hook.id}${path}`, body)).status).toBe(404);
    }
    expect(await otherDesk.administrator.read('/event-receivers')).toEqual([]);
  });

  it('gives a webhook to one process at a time, and to another when the first has died with it', async () => {
    for (let count = 0; count < 12; count++) await acme.addUser(`user-${count}`);
    const queue = get(WebhookQueue);
    const ours = (claimed: readonly ClaimedWebhook[]) => claimed.filter(({ receiverId }) => receiverId === hook.id);
    const [first, second] = await get(Transactions).run(async (tx) => [
      ours(await runStatement<ClaimedWebhook & Record<string, unknown>>(tx, CLAIM_WEBHOOKS, [[], 64, 60])),
      ours(await queue.claim([], 64)),
    ]);
    expect([first.length, second.length]).toEqual([8, 4]);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(12);
    expect(ours(await queue.claim([], 64))).toEqual([]);
    await acme.query(`UPDATE event_deliveries SET due_at = now() WHERE organization_id = $1`, [acme.id]);
    expect(ours(await queue.claim([hook.id], 64))).toEqual([]);
    const again = ours(await queue.claim([], 64));
    expect(again.map(({ attempts }) => attempts)).toEqual(Array(8).fill(2));

    // The first one was only slow: what it says of an attempt that is not the last counts for nothing.
    const [late] = again;
    const gone = { webhook: { ...late!, attempts: 1 }, result: { status: 204, failure: null } };
    await queue.settle(late!, [gone]);
    expect((await desk.deliveries(hook)).find(({ id }) => id === late!.id)).toMatchObject({ state: 'pending' });
  });

  it('is sent by whoever has time: a receiver that does not answer keeps nobody waiting, and who stops ends what it began', async () => {
    const [silent, quick] = [await Receiver.listen(), await Receiver.listen()];
    silent.answers.push(0, 0, 0, 0);
    const silentHook = await desk.addWebhook(silent.url());
    const quickHook = await desk.addWebhook(quick.url());
    const variables = { RULEFORGE_EVENTS_INTERVAL_MS: '10', RULEFORGE_WEBHOOK_TIMEOUT_MS: '20000' };
    const settings = readSettings({ ...NOBODY_SENDS, ...variables });
    const dispatcher = new EventDispatcher(
      get(WebhookQueue),
      new WebhookSender(settings, get(SecretBox)),
      get(EventMetrics),
      settings,
    );
    dispatcher.start();
    for (const [index, name] of ['ada', 'bob', 'cy'].entries()) {
      await acme.addUser(name);
      await quick.until(index + 1);
    }
    await silent.until(1);
    expect((await desk.deliveries(silentHook)).every(({ state, lastError }) => state === 'pending' && !lastError)).toBe(
      true,
    );
    const stopped = dispatcher.beforeApplicationShutdown();
    await silent.close();
    await stopped;
    expect((await desk.deliveries(silentHook)).some(({ lastError }) => lastError === 'no_connection')).toBe(true);
    await until(async () => (await desk.deliveries(quickHook)).every(({ state }) => state === 'delivered'));
    await quick.close();
  });

  it('forgets what is old, and what was for receivers that are gone', async () => {
    await acme.addUser('ada');
    const queue = get(WebhookQueue);
    const count = async () =>
      (await acme.query('SELECT FROM event_deliveries WHERE organization_id = $1', [acme.id])).length;
    await queue.prune();
    expect(await count()).toBe(1);
    expect((await desk.administrator.send('DELETE', `/event-receivers/${hook.id}`)).status).toBe(204);
    await queue.prune();
    expect(await count()).toBe(0);
    await desk.addWebhook('http://127.0.0.1:9/hook');
    await acme.addUser('bob');
    await acme.query(
      `UPDATE event_deliveries SET occurred_at = now() - interval '31 days' WHERE organization_id = $1`,
      [acme.id],
    );
    await queue.prune();
    expect(await count()).toBe(0);
  });
});
