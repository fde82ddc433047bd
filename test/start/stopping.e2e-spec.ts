import { Agent, get, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { Place, type Server } from './support/server.js';

describe('told to stop', () => {
  let place: Place;
  let database: TestDatabase;
  let server: Server;
  beforeAll(async () => {
    [place, database] = [await Place.create(), await createDatabase()];
    server = await place.start({ DATABASE_URL: database.url, RULEFORGE_DRAIN_SECONDS: '4', RULEFORGE_HSET: '1' });
  });
  afterAll(async () => {
    await place.remove();
    await database.drop();
  });

  it('turns away, lets connections go, finishes what it has, and leaves the operator’s database alone', async () => {
    const { scim } = place.founded();
    const users = `/scim/${scim.connectionId}/v2/Users`;
    const agent = new Agent({ keepAlive: true });
    const before = await read(`${server.url}${users}`, scim.token, agent);
    expect(before.headers.connection).toBe('keep-alive');

    // A request that waits for a lock while the process is told to stop.
    const blocker = new pg.Client(database.url);
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE member_counts IN ACCESS EXCLUSIVE MODE');
    const slow = read(`${server.url}${users}`, scim.token, new Agent());
    await waitForLock(database);

    const ended = server.stop();
    while ((await server.status('/health/ready')) === 200);
    expect(await server.status('/health/ready')).toBe(503);
    const during = await read(`${server.url}/health/live`, scim.token, agent);
    expect([during.statusCode, during.headers.connection]).toEqual([200, 'close']);
    await blocker.query('COMMIT');
    await blocker.end();
    expect((await slow).statusCode).toBe(200);

    expect(await ended).toBe(0);
    expect(await database.dataSource.query('SELECT operation FROM scim_activity')).toHaveLength(2);
    expect(server.err).toBe('');
  });

  it('has logged each request by its route and one id, the misspelt variable, and no secret', () => {
    const lines = server.out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as object);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'warn', variable: 'RULEFORGE_HSET' }));
    expect(lines).toContainEqual(
      expect.objectContaining({
        method: 'GET',
        route: '/scim/:connectionId/v2/Users',
        status: 200,
        requestId: expect.any(String),
      }),
    );
    const { scim } = place.founded();
    expect(JSON.stringify(lines)).not.toContain(scim.token.split('_')[2]);
    expect(JSON.stringify(lines)).not.toContain(scim.connectionId);
  });
});

const read = (url: string, token: string, agent: Agent) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume().once('end', () => resolve(answer));
    }).once('error', reject);
  });

async function waitForLock({ dataSource }: TestDatabase): Promise<void> {
  const waiting =
    'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  while ((await dataSource.query(waiting)).length === 0);
}
