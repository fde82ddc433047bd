import { setTimeout as sleep } from 'node:timers/promises';
import { Place, type Server } from './support/server.js';

describe('after a crash', () => {
  let place: Place;
  let server: Server;
  beforeEach(async () => {
    place = await Place.create();
    server = await place.start();
  });
  afterEach(() => place.remove());

  const worksWithTheSameData = async (on: Server) => {
    const { connectionId, token } = place.founded().scim;
    expect(await on.status(`/scim/${connectionId}/v2/Users`, { authorization: `Bearer ${token}` })).toBe(200);
  };

  it('starts on the same data when everything was killed', async () => {
    process.kill(place.postgres()!, 'SIGKILL');
    await server.kill();
    await worksWithTheSameData(await place.start());
  });

  it('takes over the PostgreSQL that a killed server left running, and stops it', async () => {
    const orphan = place.postgres()!;
    await server.kill();
    const successor = await place.start();
    expect(place.postgres()).toBe(orphan);
    await worksWithTheSameData(successor);
    expect(await successor.stop()).toBe(0);
    expect(place.postgres()).toBeUndefined();
  });

  it('starts PostgreSQL again when only that was killed, and lives on meanwhile', async () => {
    const killed = place.postgres()!;
    process.kill(killed, 'SIGKILL');
    while (place.postgres() === killed) await sleep(20);
    expect(await server.status('/health/live')).toBe(200);
    await server.ready();
    await worksWithTheSameData(server);
  });
});
