import { readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The PostgreSQL server that runs, or starts, on a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
}

/** Reads who serves the cluster from the lock file that PostgreSQL keeps in it. A file that a crash left finds nobody. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const [pid, , , , socketDirectory] = readLockFile(cluster).split('\n');
  if (!pid || !socketDirectory || !serves(Number(pid), cluster)) return undefined;
  return { pid: Number(pid), socketDirectory: resolve(cluster, socketDirectory) };
}

/**
 * After a crash, the process id in the lock files may have gone to a process that has nothing to do with us (in a
 * container it nearly always does), and PostgreSQL would refuse to start. Writes an id that no process can have into the
 * cluster's, so that PostgreSQL's other check goes on deciding: whether the crashed server's memory is still in use.
 */
export function disownLockFiles(cluster: string): void {
  const text = readLockFile(cluster);
  if (!text || findPostmaster(cluster)) return;
  writeFileSync(lockFile(cluster), text.replace(/^\d+/, NO_PROCESS));
  rmSync(join(cluster, '.s.PGSQL.5432.lock'), { force: true });
}

const NO_PROCESS = '2147483647';

const lockFile = (cluster: string) => join(cluster, 'postmaster.pid');

function readLockFile(cluster: string): string {
  try {
    return readFileSync(lockFile(cluster), 'utf8');
  } catch {
    return '';
  }
}

/** PostgreSQL makes the cluster its working directory; where that cannot be seen, that the process lives has to do. */
function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
