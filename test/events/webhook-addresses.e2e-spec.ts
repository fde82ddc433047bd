import type { Organization } from '../road/support/organization.js';
import { Road } from '../road/support/road.js';
import { EventDesk } from './support/event-desk.js';
import { Receiver, until } from './support/receiver.js';

const SETTINGS = { RULEFORGE_WEBHOOK_ATTEMPTS: '1', RULEFORGE_EVENTS_INTERVAL_MS: '10' };

/** Where webhooks may go when the operator allows nothing special. */
describe('webhooks and addresses', () => {
  const road = new Road();
  let acme: Organization;
  let desk: EventDesk;
  beforeAll(async () => {
    await road.open('fastify', SETTINGS);
    acme = await road.anOrganization();
    desk = await EventDesk.of(road.app.url, acme);
  });

  const send = (method: string, path: string, body: object) => desk.administrator.send(method, path, body);

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.8:8443/',
    'https://100.64.0.1/',
    'https://localhost/hook',
    'https://nobody.invalid/hook',
    'http://8.8.8.8/hook',
    'https://user:secret@8.8.8.8/',
    'ftp://8.8.8.8/hook',
    'file:///etc/passwd',
    'no address',
  ])('refuses to send to %s', async (url) => {
    const response = await send('POST', '/event-receivers/webhooks', { name: 'Hook', url });
    const { message } = (await response.json()) as { message: string };
    expect({ status: response.status, message }).toEqual({
      status: 422,
      message: expect.stringMatching(/^The URL cannot be used: it.+\.$/),
    });
    expect(await desk.administrator.read('/event-receivers')).toEqual([]);
  });

  it.each(['http', 'https'])('sends nothing to a host that has become private meanwhile, by %s', async (scheme) => {
    const inside = await Receiver.listen();
    const hook = await desk.addWebhook('https://8.8.8.8/hook');
    const { port } = new URL(inside.url());
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      await acme.query('UPDATE event_receivers SET url = $2 WHERE id = $1', [hook.id, `${scheme}://${host}:${port}/`]);
      await send('POST', `/event-receivers/${hook.id}/resume`, {});
      await send('POST', `/event-receivers/${hook.id}/test`, {});
      await until(async () => (await desk.deliveries(hook, '?state=pending')).length === 0);
      expect((await desk.deliveries(hook))[0]).toMatchObject({ state: 'dead', lastError: 'address_refused' });
    }
    expect(inside.received).toEqual([]);
    await desk.administrator.send('DELETE', `/event-receivers/${hook.id}`);
    await inside.close();
  });

  it('lets nobody but an administrator who signed in say where events go', async () => {
    const wish = { name: 'Hook', url: 'https://8.8.8.8/hook' };
    const engineer = await acme.signIn(await acme.addByHand('eng@acme.test'));
    expect((await engineer.send('POST', '/event-receivers/webhooks', wish)).status).toBe(403);
    expect((await engineer.send('GET', '/event-receivers')).status).toBe(403);
    const byKey = await desk.administrator.byApiKey();
    for (const path of ['/event-receivers/webhooks', '/event-receivers/streams']) {
      expect((await byKey.send('POST', path, path.endsWith('s/streams') ? { name: 'S' } : wish)).status).toBe(403);
    }
    expect((await byKey.send('GET', '/event-receivers')).status).toBe(200);
  });

  it('shows a secret once, and has it in no list and no audit entry', async () => {
    const hook = await desk.addWebhook('https://8.8.8.8/very-secret-path', { secret: 'S3cret-of-sixteen-characters' });
    const shown = JSON.stringify([await desk.administrator.read('/event-receivers'), await desk.deliveries(hook)]);
    expect(shown).not.toContain('S3cret');
    expect(JSON.stringify(await acme.audit())).not.toMatch(/S3cret|very-secret-path/);
    expect(
      (await send('POST', '/event-receivers/webhooks', { name: 'H', url: 'https://8.8.8.8', secret: 'short' })).status,
    ).toBe(422);
  });

  it('has five receivers an organization at most', async () => {
    const add = () => send('POST', '/event-receivers/streams', { name: 'Stream' });
    const { length: had } = await desk.administrator.read<unknown[]>('/event-receivers');
    const statuses = (await Promise.all(Array.from({ length: 11 }, add))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(5 - had);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
  });
});
