import { createHmac } from 'node:crypto';
import { aUser, replace } from '../road/support/documents.js';
import type { Organization } from '../road/support/organization.js';
import { onEachAdapter } from '../road/support/road.js';
import { EventDesk } from './support/event-desk.js';
import { QUICK } from './support/quick.js';
import { type ReceivedWebhook, Receiver, until } from './support/receiver.js';

/** As a receiver's developer would write it. */
const signatureOf = ({ headers, text }: ReceivedWebhook, secret: string) =>
  createHmac('sha256', secret)
    .update(`${String(headers['x-ruleforge-timestamp'])}.${text}`)
    .digest('hex');

onEachAdapter((road) => {
  let acme: Organization;
  let desk: EventDesk;
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.listen();
    acme = await road.anOrganization();
    desk = await EventDesk.of(road.app.url, acme);
  });
  afterEach(() => receiver.close());

  it('sends what a directory does to people, signed, and nothing personal', async () => {
    const { secret } = await desk.addWebhook(receiver.url());
    const { id } = await acme.addUser('ada', { externalId: 'x-1' });
    await receiver.until(1);
    await acme.scim.put(`/Users/${id}`, aUser('ada', { title: 'Countess' }));
    await receiver.until(2);
    await acme.scim.patch(`/Users/${id}`, replace('name.givenName', 'Augusta'));
    await receiver.until(3);
    await acme.scim.patch(`/Users/${id}`, replace('active', false));
    await receiver.until(5);
    await acme.scim.patch(`/Users/${id}`, replace('active', true));
    await receiver.until(6);
    await acme.scim.delete(`/Users/${id}`);
    const received = await receiver.until(8);
    const types = received.map(({ body }) => body.type);
    expect([types.slice(0, 3), types.slice(3, 5).sort(), types[5], types.slice(6).sort()]).toEqual([
      ['member.created', 'member.updated', 'member.updated'],
      ['member.deactivated', 'member.sessions_ended'],
      'member.activated',
      ['member.removed', 'member.sessions_ended'],
    ]);
    expect(received[2]!.body).toEqual({
      id: received[2]!.headers['x-ruleforge-event-id'],
      type: received[2]!.headers['x-ruleforge-event'],
      organizationId: acme.id,
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      auditEntryId: expect.any(String),
      actor: { kind: 'connection', id: acme.connectionId },
      subject: { kind: 'member', id, externalId: 'x-1' },
      attributes: ['name.givenName'],
    });
    expect(new Set(received.map(({ body }) => body.id)).size).toBe(received.length);
    for (const webhook of received) {
      expect(webhook.headers['x-ruleforge-signature']).toBe(`v1=${signatureOf(webhook, secret)}`);
      expect(Math.abs(Number(webhook.headers['x-ruleforge-timestamp']) * 1_000 - Date.now())).toBeLessThan(60_000);
      expect(webhook.text).not.toMatch(/\bada\b|augusta|lovelace|countess|acme\.test/i);
    }
  });

  it('repeats what failed, in whatever way, as the same event, and waits for no end of an answer', async () => {
    receiver.answers.push(500, 0, -200);
    const hook = await desk.addWebhook(receiver.url());
    const { id } = await acme.addUser('ada');
    const received = await receiver.until(3);
    expect(new Set(received.map(({ body }) => body.id)).size).toBe(1);
    await until(async () => (await desk.deliveries(hook))[0]?.state === 'delivered');
    expect(await desk.deliveries(hook)).toMatchObject([
      { subjectId: id, attempts: 3, lastStatus: 200, lastError: null },
    ]);
  });

  it('gives up after the last attempt, says why, and tries again when told to', async () => {
    receiver.answers.push(503, 503, 503);
    const hook = await desk.addWebhook(receiver.url());
    await acme.addUser('ada');
    await until(async () => (await desk.deliveries(hook, '?state=dead')).length === 1);
    expect(await desk.deliveries(hook)).toMatchObject([{ attempts: 3, lastStatus: 503, lastError: 'status' }]);
    expect(await desk.administrator.write('POST', `/event-receivers/${hook.id}/retry`, {})).toEqual({ events: 1 });
    await receiver.until(4);
  });

  it('follows no redirect', async () => {
    const elsewhere = await Receiver.listen();
    receiver.answers.push(307, 302, 301);
    receiver.headers = { location: elsewhere.url() };
    const hook = await desk.addWebhook(receiver.url());
    await acme.addUser('ada');
    await until(async () => (await desk.deliveries(hook, '?state=dead')).length === 1);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('signs with the old secret too while a new one is brought in', async () => {
    const hook = await desk.addWebhook(receiver.url(), { secret: 'the-first-secret-of-ours' });
    const path = `/event-receivers/${hook.id}/rotate-secret`;
    const { secret } = await desk.administrator.write<{ secret: string }>('POST', path, {});
    await acme.addUser('ada');
    const [webhook] = await receiver.until(1);
    const signatures = [secret, hook.secret].map((each) => `v1=${signatureOf(webhook!, each)}`);
    expect(webhook!.headers['x-ruleforge-signature']).toBe(signatures.join(','));
  });

  it('keeps what happens during a pause, and sends only what was asked for', async () => {
    const hook = await desk.addWebhook(receiver.url(), { types: ['member.removed', 'group.created'] });
    const turn = (verb: string) => desk.administrator.write('POST', `/event-receivers/${hook.id}/${verb}`, {});
    expect(await turn('pause')).toMatchObject({ state: 'paused' });
    const { id } = await acme.addUser('ada');
    await acme.scim.delete(`/Users/${id}`);
    expect(await desk.deliveries(hook)).toMatchObject([{ type: 'member.removed', state: 'pending', attempts: 0 }]);
    await turn('resume');
    await receiver.until(1);
    await acme.addGroup('Crew');
    expect((await receiver.until(2)).map(({ body }) => body.type)).toEqual(['member.removed', 'group.created']);
  });

  it('disables who has failed for days, tells so in the audit log, and queues nothing more until resumed', async () => {
    receiver.answers.push(...Array<number>(3).fill(500));
    const hook = await desk.addWebhook(receiver.url());
    await acme.query(
      `UPDATE event_receivers SET failing_since = now() - interval '4 days', failures = 20 WHERE id = $1`,
      [hook.id],
    );
    await acme.addUser('ada');
    await until(async () => (await acme.audit(hook.id))[0]?.['action'] === 'event_receiver.disabled');
    expect((await acme.audit(hook.id))[0]).toMatchObject({ actorKind: 'system', actorId: 'events' });
    await acme.addUser('bob');
    expect(await desk.deliveries(hook)).toHaveLength(1);
    await desk.administrator.write('POST', `/event-receivers/${hook.id}/resume`, {});
    await acme.addUser('cy');
    await until(() => receiver.types.length >= 2);
  });

  it('sends a test', async () => {
    const hook = await desk.addWebhook(receiver.url(), { types: ['group.deleted'] });
    const { status } = await desk.administrator.send('POST', `/event-receivers/${hook.id}/test`);
    expect(status).toBe(202);
    const [webhook] = await receiver.until(1);
    expect(webhook!.body).toMatchObject({ type: 'receiver.test', subject: { kind: 'event_receiver', id: hook.id } });
  });
}, QUICK);
