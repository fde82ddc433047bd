import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { Settings } from '../../src/config/settings.js';
import { Transactions } from '../../src/database/transactions.js';
import { EventKeys } from '../../src/events/streams/event-keys.service.js';
import { EVENT_URIS } from '../../src/events/streams/represent-event.js';
import { StreamWaits } from '../../src/events/streams/stream-waits.service.js';
import { Readiness } from '../../src/operations/health/readiness.js';
import { replace } from '../road/support/documents.js';
import type { Organization } from '../road/support/organization.js';
import { onEachAdapter } from '../road/support/road.js';
import { type CreatedReceiver, EventDesk, type PollAnswer } from './support/event-desk.js';
import { QUICK } from './support/quick.js';
import { until } from './support/receiver.js';

interface Configuration {
  readonly issuer: string;
  readonly jwks_uri: string;
}

onEachAdapter((road) => {
  let acme: Organization;
  let desk: EventDesk;
  let stream: CreatedReceiver;
  beforeEach(async () => {
    acme = await road.anOrganization();
    desk = await EventDesk.of(road.app.url, acme);
    stream = await desk.addStream({ audience: 'https://siem.test' });
  });

  const idsOf = ({ sets }: PollAnswer) => Object.keys(sets);
  const configuration = async () =>
    (await (await fetch(`${road.app.url}/.well-known/ssf-configuration`)).json()) as Configuration;

  /** The claims of each token, by the URI of its event, verified by what anybody can read. */
  async function verified({ sets }: PollAnswer) {
    const { issuer, jwks_uri: keys } = await configuration();
    const keySet = createRemoteJWKSet(new URL(keys));
    const expected = { issuer, audience: 'https://siem.test', typ: 'secevent+jwt', algorithms: ['ES256'] };
    const claims = new Map<string, Record<string, unknown>>();
    for (const [jti, token] of Object.entries(sets)) {
      const { payload } = await jwtVerify<{ events: object }>(token, keySet, expected);
      expect(payload.jti).toBe(jti);
      for (const uri of Object.keys(payload.events)) claims.set(uri, payload);
    }
    return claims;
  }

  it('tells of a deactivation as SCIM and as CAEP do, in tokens that anybody can verify', async () => {
    const { id } = await acme.addUser('ada', { externalId: 'x-1' });
    await acme.scim.patch(`/Users/${id}`, replace('active', false));
    const claims = await verified(await desk.poll(stream));
    expect([...claims.keys()].sort()).toEqual(
      [EVENT_URIS.created, EVENT_URIS.deactivated, EVENT_URIS.sessionRevoked].sort(),
    );
    const common = {
      ...{ iss: road.app.url, aud: 'https://siem.test' },
      ...{ iat: expect.any(Number), toe: expect.any(Number), jti: expect.any(String), txn: expect.any(String) },
      sub_id: { format: 'scim', uri: `/Users/${id}`, externalId: 'x-1' },
    };
    expect(claims.get(EVENT_URIS.deactivated)).toEqual({ ...common, events: { [EVENT_URIS.deactivated]: {} } });
    expect(claims.get(EVENT_URIS.sessionRevoked)).toEqual({
      ...common,
      events: {
        [EVENT_URIS.sessionRevoked]: {
          event_timestamp: expect.any(Number),
          initiating_entity: 'system',
          reason_admin: { en: expect.any(String) },
        },
      },
    });
    expect(claims.get(EVENT_URIS.sessionRevoked)!['txn']).toBe(claims.get(EVENT_URIS.deactivated)!['txn']);
    const notice = claims.get(EVENT_URIS.created)!['events'] as Record<string, object>;
    expect(notice).toEqual({ [EVENT_URIS.created]: { attributes: expect.arrayContaining(['userName', 'emails']) } });
    expect(JSON.stringify([...claims])).not.toMatch(/\b(ada|lovelace)\b|acme\.test/i);
  });

  it('gives again what was not acknowledged, and what was never', async () => {
    for (const name of ['ada', 'bob', 'cy']) await acme.addUser(name);
    const first = await desk.poll(stream, { maxEvents: 2, returnImmediately: true });
    expect([idsOf(first).length, first.moreAvailable]).toEqual([2, true]);
    expect(idsOf(await desk.poll(stream, { maxEvents: 2, returnImmediately: true }))).toEqual(idsOf(first));

    const [ack, refused] = idsOf(first) as [string, string];
    const setErrs = { [refused]: { err: 'invalid_audience', description: 'Somebody else’s <secret>.' } };
    const rest = await desk.poll(stream, { ack: [ack], setErrs, returnImmediately: true });
    expect([idsOf(rest).length, rest.moreAvailable]).toEqual([1, false]);
    expect(idsOf(rest)).not.toEqual(expect.arrayContaining([ack]));
    expect((await desk.deliveries(stream)).map(({ state, lastError }) => [state, lastError]).sort()).toEqual([
      ['dead', 'refused: invalid_audience'],
      ['delivered', null],
      ['pending', null],
    ]);
    expect(await desk.poll(stream, { maxEvents: 0, ack: idsOf(rest) })).toEqual({ sets: {}, moreAvailable: false });
    expect(await desk.poll(stream)).toEqual({ sets: {}, moreAvailable: false });
  });

  it('loses nothing to two who poll at once, while more happens', async () => {
    const seen = new Set<string>();
    const wanted = ['ada', 'bob', 'cy', 'dee', 'eve', 'fay'];
    let isDone = false;
    const consume = async () => {
      let ack: string[] = [];
      while (!isDone || ack.length > 0) {
        const answer = await desk.poll(stream, { ack, maxEvents: 2, returnImmediately: true });
        ack = idsOf(answer);
        for (const id of ack) seen.add(id);
      }
    };
    const consumers = [consume(), consume()];
    for (const name of wanted) await acme.addUser(name);
    await until(() => seen.size === wanted.length).finally(() => (isDone = true));
    await Promise.all(consumers);
    expect((await desk.deliveries(stream)).every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('lets a poll wait until something happens, the time is over, or the process is to stop', async () => {
    const get = <Service>(type: new (...dependencies: never[]) => Service) =>
      road.app.application.get<Service>(type, { strict: false });
    let isAwake = false;
    void get(StreamWaits)
      .wait({ organizationId: acme.id, id: stream.id }, 25_000)
      .then(() => (isAwake = true));
    const polled = desk.poll(stream, {});
    await acme.addUser('ada');
    await until(() => isAwake);
    expect(idsOf(await polled)).toHaveLength(1);

    const { id } = await desk.addStream();
    await get(StreamWaits).wait({ organizationId: acme.id, id }, 50);
    const readiness = new Readiness(road.app.dataSource);
    const waits = new StreamWaits(get(Transactions), readiness, get(Settings));
    const waiting = waits.wait({ organizationId: acme.id, id }, 25_000);
    readiness.drain();
    await waiting;
  });

  it('opens to the stream’s own token alone, in the header alone', async () => {
    const other = await road.anOrganization();
    const foreign = await (await EventDesk.of(road.app.url, other)).addStream();
    const sibling = await desk.addStream();
    const { authorization } = (await desk.administrator.byApiKey()).credentials;
    for (const credential of [
      undefined,
      '',
      `Bearer ${foreign.secret}`,
      `Bearer ${sibling.secret}`,
      'Bearer x',
      authorization,
    ]) {
      const response = await desk.sendPoll(stream.id, credential, { returnImmediately: true });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    for (const id of [foreign.id, 'x', '%00', crypto.randomUUID()]) {
      expect((await desk.sendPoll(id, `Bearer ${stream.secret}`, { returnImmediately: true })).status).toBe(401);
    }
    const query = `${road.app.url}/api/v1/event-streams/${stream.id}/poll?access_token=${stream.secret}`;
    expect((await fetch(query, { method: 'POST' })).status).toBe(401);
  });

  it('acknowledges nothing for somebody else', async () => {
    const other = await road.anOrganization();
    const otherDesk = await EventDesk.of(road.app.url, other);
    const foreign = await otherDesk.addStream();
    await acme.addUser('ada');
    const ack = idsOf(await desk.poll(stream));
    await otherDesk.poll(foreign, { ack, returnImmediately: true });
    await desk.poll(await desk.addStream(), { ack, returnImmediately: true });
    expect(idsOf(await desk.poll(stream))).toEqual(ack);
  });

  it('refuses what is no poll, with a sentence about the field', async () => {
    const bodies = [
      ...[{ maxEvents: -1 }, { maxEvents: 1_001 }, { maxEvents: 'all' }, { ack: 'x' }, { ack: ['x'] }],
      ...[{ setErrs: [] }, { returnImmediately: 1 }, { unknown: true }],
    ];
    for (const body of bodies) {
      const response = await desk.sendPoll(stream.id, `Bearer ${stream.secret}`, body);
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status: 422,
        body: { details: { errors: expect.arrayContaining([{ loc: Object.keys(body), msg: expect.any(String) }]) } },
      });
    }
  });

  it('accepts the old token beside a new one for as long as was said, and keeps events during a pause', async () => {
    const rotate = (overlapHours: number) =>
      desk.administrator.write<CreatedReceiver>('POST', `/event-receivers/${stream.id}/rotate-secret`, {
        overlapHours,
      });
    const second = await rotate(24);
    await acme.addUser('ada');
    for (const { secret } of [stream, second]) expect(idsOf(await desk.poll({ ...stream, secret }))).toHaveLength(1);
    const third = await rotate(0);
    for (const { secret } of [stream, second]) {
      expect((await desk.sendPoll(stream.id, `Bearer ${secret}`, {})).status).toBe(401);
    }
    await desk.administrator.write('POST', `/event-receivers/${stream.id}/pause`, {});
    expect(idsOf(await desk.poll(third))).toEqual([]);
    await desk.administrator.write('POST', `/event-receivers/${stream.id}/resume`, {});
    expect(idsOf(await desk.poll(third))).toHaveLength(1);
  });

  it('publishes a new key before it signs, and the old one after', async () => {
    const keys = road.app.application.get(EventKeys, { strict: false });
    const transactions = road.app.application.get(Transactions);
    const rotate = (hours: number) => transactions.run((tx) => keys.rotate(tx, hours));
    await acme.addUser('ada');
    const kidOf = ({ sets }: PollAnswer) => decodeProtectedHeader(Object.values(sets)[0]!).kid;
    const first = kidOf(await desk.poll(stream));
    const publishedKeys = async () => {
      const response = await fetch((await configuration()).jwks_uri);
      return ((await response.json()) as { keys: Record<string, unknown>[] }).keys;
    };
    await rotate(1);
    expect(kidOf(await desk.poll(stream))).toBe(first);
    await rotate(0);
    const answer = await desk.poll(stream);
    expect(kidOf(answer)).not.toBe(first);
    expect((await publishedKeys()).map(({ kid }) => kid)).toEqual(expect.arrayContaining([first, kidOf(answer)]));
    expect(await publishedKeys()).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ d: expect.anything() })]),
    );
    await verified(answer);
  });
}, QUICK);
