import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disownLockFiles, findPostmaster } from './postmaster.js';

// Elsewhere, what a process stands in cannot be seen.
const onLinux = process.platform === 'linux' ? it : it.skip;

describe('the lock file of PostgreSQL', () => {
  let cluster: string;
  beforeEach(() => (cluster = mkdtempSync(join(tmpdir(), 'ruleforge-cluster-'))));
  afterEach(() => rmSync(cluster, { recursive: true }));

  const lock = (pid: number) =>
    writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n0\n5432\n.\n\n1 2\nready\n`);
  const firstLine = () => readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0];

  it('finds nobody when there is none, or its process is gone', () => {
    expect(findPostmaster(cluster)).toBeUndefined();
    lock(2_147_483_647);
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  onLinux('finds nobody when the process id has gone to a process that does not serve the cluster', () => {
    lock(process.pid);
    expect(findPostmaster(cluster)).toBeUndefined();
    disownLockFiles(cluster);
    expect(firstLine()).toBe('2147483647');
  });

  it('is left alone as long as a process serves the cluster', () => {
    const before = process.cwd();
    process.chdir(cluster);
    try {
      lock(process.pid);
      expect(findPostmaster(cluster)).toEqual({ pid: process.pid, socketDirectory: cluster });
      disownLockFiles(cluster);
      expect(firstLine()).toBe(String(process.pid));
    } finally {
      process.chdir(before);
    }
  });
});
