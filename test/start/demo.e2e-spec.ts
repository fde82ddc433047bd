import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { leadsTo, Traveller } from '../sso/support/traveller.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { aFreePort } from './support/server.js';

// It starts two processes.
jest.setTimeout(90_000);

describe('npm run demo', () => {
  let database: TestDatabase;
  let demo: ChildProcess;
  let out: string;
  const directory = mkdtempSync(path.join(tmpdir(), 'ruleforge-demo-test-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  beforeEach(async () => {
    [database, out] = [await createDatabase(), ''];
  });
  afterEach(async () => {
    if (demo.exitCode === null && demo.signalCode === null) demo.kill('SIGKILL');
    await database.drop();
  });

  it.each([
    ['okta', 'Okta', 'POST /Users '],
    ['entra', 'Entra ID', 'POST /Users?aadOptscim062020 '],
  ])(
    'shows joiners, movers and leavers the way %s provisions them, and stops all of it',
    async (style, name, request) => {
      const main = path.resolve('dist/demo/main.js');
      const port = String(await aFreePort());
      const options = ['--as', style, '--every', '0.2', '--port', port, '--database', database.url];
      const env = { ...process.env, TMPDIR: directory };
      demo = spawn(process.execPath, [main, ...options], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      demo.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));

      await says(/leaves: deactivated/);
      expect(out).toMatch(/joins, in Reviewers/);
      expect(out).toMatch(/moves from Content leads to Reviewers/);
      expect(out).toContain(request);
      const story = ['provisioned Radia Perlman', 'role_changed Grace Hopper', 'deactivated Edsger Dijkstra'];
      expect(await history()).toEqual(expect.arrayContaining(story.map((chapter) => `member.${chapter}`)));

      const [, desk = ''] = /directory {5}(\S+)/.exec(out) ?? [];
      await new Traveller(desk).post('/pause', {});
      await new Traveller(desk).post('/let', { person: 'u-ada', happening: 'leaver' });
      expect(await history()).toContain('member.deactivated Ada Lovelace');
      const page = await (await new Traveller(desk).get('/')).text();
      expect(page).toContain(`the way ${name} does`);
      expect(page).toContain('Ada Lovelace leaves');

      const [, login = ''] = /window open (\S+)/.exec(out) ?? [];
      const { origin, pathname } = new URL(login);
      expect(out).toContain(`Identity provider    ${leadsTo(await new Traveller(origin).get(pathname)).origin}\n`);

      demo.kill('SIGINT');
      expect(await once(demo, 'exit')).toEqual([0, null]);
      for (const url of [desk, origin]) await expect(fetch(url)).rejects.toThrow();
      expect(readdirSync(directory)).toEqual([]);
    },
  );

  async function says(words: RegExp): Promise<void> {
    while (!words.test(out)) {
      if (demo.exitCode !== null) throw new Error(`It ended: ${out}`);
      await sleep(25);
    }
  }

  /** What the audit log says of people, oldest first. */
  async function history(): Promise<string[]> {
    const entries: { entry: string }[] = await database.dataSource.query(
      `SELECT concat_ws(' ', action, subject_name) AS entry FROM audit_entries ORDER BY id`,
    );
    return entries.map(({ entry }) => entry);
  }
});
