import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { MAIN, NOBODY, Place } from './support/server.js';

const isRoot = process.getuid?.() === 0;
const nobodyMayRun = isRoot && spawnSync(process.execPath, ['--check', MAIN], { ...NOBODY, cwd: '/' }).status === 0;
const asRoot = isRoot ? describe : describe.skip;
const asBoth = nobodyMayRun ? it : it.skip;

asRoot('whoever starts it (skipped unless root runs the tests)', () => {
  let place: Place;
  beforeEach(async () => void (place = await Place.create()));
  afterEach(() => place.remove());

  it('as root, in a directory that nobody else may enter, PostgreSQL runs as nobody', async () => {
    chmodSync(place.directory, 0o700);
    const server = await place.start();
    expect(statSync(`/proc/${place.postgres()}`).uid).toBe(NOBODY.uid);
    await server.stop();

    if (!nobodyMayRun) return;
    chmodSync(place.directory, 0o755);
    const refused = place.spawn({}, NOBODY);
    expect(await refused.ended()).toBe(1);
    expect(refused.err).toMatch(/^RuleForge cannot start\. The database in .* belongs to another account .*\n$/);
  });

  asBoth('an ordinary user starts it, then root on the same data, then that user again', async () => {
    mkdirSync(place.dataDirectory);
    for (const directory of [place.directory, place.dataDirectory]) chownSync(directory, NOBODY.uid, NOBODY.gid);
    for (const account of [NOBODY, {}, NOBODY]) {
      const server = await place.start({}, account);
      expect(await server.stop()).toBe(0);
    }
  });
});
