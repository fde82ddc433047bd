import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { send, type Wish } from './support/send.js';
import { Target } from './support/target.js';

const BAD = ['Authorization', 'Bearer x'];

/** So many at a time, as one client would. */
async function repeat(times: number, atOnce: number, ask: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  const lane = async () => {
    while (times-- > 0) statuses.push((await ask()).status);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return statuses;
}

describe('limits', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  it('are far above what directories need', async () => {
    const statuses = await repeat(300, 16, () => acme.get(`/Users/${acme.victim}`));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('give ten seconds for headers and thirty for a request', () => {
    const { headersTimeout, requestTimeout } = acme.app.application.getHttpServer() as Server;
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
  });

  it('slow down those who guess tokens, and nobody else', async () => {
    const guesses = repeat(2_100, 32, () => acme.get('/Users', BAD));
    const answers = await repeat(100, 4, () => acme.get(`/Users/${acme.victim}`));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(new Set(await guesses)).toEqual(new Set([401, 429]));
    await acme.refuses({ path: '/Users', headers: BAD }, [429]);
    expect(await acme.get('/Users')).toMatchObject({ status: 200 });
    expect(await send(acme.app.url, { path: '/scim/v2/ServiceProviderConfig' })).toMatchObject({ status: 200 });
  });
});

it('ends in 429 with the time to wait, changes nothing, and is its own', async () => {
  const slow = await Target.start('fastify', { RULEFORGE_SCIM_REQUESTS_PER_SECOND: '5' });
  const globex = await Target.in(slow.app);
  const tooMany = async (wish: Wish) => {
    let answer;
    do answer = await slow.send(wish);
    while (answer.status !== 429);
    return slow.refuses(wish, [429]);
  };
  await tooMany({ path: '/Users?count=0' });
  await tooMany({ method: 'POST', path: '/Users', body: { userName: 'victim@acme.test' } });
  expect(await globex.get('/Users')).toMatchObject({ status: 200 });
  await sleep(1_000);
  expect(await slow.get('/Users')).toMatchObject({ status: 200 });
  await slow.stop();
});
