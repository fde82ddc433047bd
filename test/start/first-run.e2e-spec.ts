import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, Place } from './support/server.js';

describe('on an empty database', () => {
  let place: Place;
  beforeEach(async () => void (place = await Place.create()));
  afterEach(() => place.remove());

  it('prepares an organization and tells its secrets once; the next start serves the same data', async () => {
    const first = await place.start();
    const written = JSON.parse(readFileSync(place.firstRunFile, 'utf8'));
    expect(written).toEqual({
      organizationId: expect.stringMatching(/^[\da-f-]{36}$/),
      admin: { email: 'admin@ruleforge.local', password: expect.stringMatching(/^[\w-]{24}$/) },
      scim: {
        connectionId: expect.stringMatching(/^[a-z\d]+$/),
        baseUrl: `http://localhost:${place.port}/scim/${written.scim.connectionId}/v2`,
        token: expect.stringMatching(/^rfscim_/),
      },
    });
    expect(statSync(place.firstRunFile).mode & 0o777).toBe(0o600);
    for (const secret of [written.admin.password, written.scim.baseUrl, written.scim.token]) {
      expect(first.out.split(secret)).toHaveLength(2);
    }
    const authorized = { authorization: `Bearer ${written.scim.token}` };
    const users = `/scim/${written.scim.connectionId}/v2/Users`;
    expect(await first.status(users, authorized)).toBe(200);
    const postgres = place.postgres()!;

    expect(await first.stop()).toBe(0);
    // Its last act is to take its files away; then the process ends.
    while (isAlive(postgres)) await sleep(10);

    const second = await place.start();
    expect(second.out).not.toContain(written.scim.token);
    expect(await second.status(users, authorized)).toBe(200);
  });

  it('founds nothing when the file for the secrets cannot be written', async () => {
    const refused = place.spawn({ RULEFORGE_FIRST_RUN_FILE: '/nowhere/at/all.json' });
    expect(await refused.ended()).toBe(1);
    expect(refused.err).toMatch(/^RuleForge cannot start\. RULEFORGE_FIRST_RUN_FILE cannot be written: ENOENT.*\n$/);

    await place.start();
    expect(place.founded().scim.token).toMatch(/^rfscim_/);
  });
});
