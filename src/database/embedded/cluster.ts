import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../config/start-error.js';
import type { Binaries } from './binaries.js';
import type { ServerAccount } from './server-account.js';

/** The only account of the embedded server: its socket lies in a directory that nobody else can enter. */
export const SUPERUSER = 'ruleforge';

/** Where PostgreSQL keeps its files within the data directory. */
export const clusterIn = (dataDirectory: string) => join(dataDirectory, 'postgres');

const logIn = (dataDirectory: string) => join(dataDirectory, 'postgres.log');

/** The last complaint in the server's log, or where to look for one. */
export function lastWords(dataDirectory: string): string {
  const log = readFileSync(logIn(dataDirectory), 'utf8');
  return log.match(/(?<=(FATAL|PANIC):\s+).*/g)?.at(-1) ?? `see ${logIn(dataDirectory)}`;
}

/** The PostgreSQL release that wrote the cluster, or `undefined` when there is no cluster yet. */
export function releaseOf(cluster: string): number | undefined {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Writes an empty cluster. It appears whole or not at all, also when the process is killed or another one does the same.
 * @throws StartError with what the system or initdb said
 */
export function createCluster(
  dataDirectory: string,
  binaries: Binaries,
  account: ServerAccount,
  durable: boolean,
): void {
  const draft = createDraft(dataDirectory, account);
  try {
    const options = ['-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])];
    const initdb = spawnSync(binaries.initdb, ['-D', pathFor(account, draft), ...options], {
      ...account,
      cwd: draft,
      env: environment(),
      encoding: 'utf8',
    });
    if (initdb.status !== 0) throw refused(dataDirectory, initdb.error?.message ?? initdb.stderr.trim());
    publish(draft, clusterIn(dataDirectory));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Starts a server on the cluster and does not wait until it answers. It outlives the signals of a terminal: whoever
 * starts it stops it, when the work is done.
 */
export function serveCluster(
  dataDirectory: string,
  binaries: Binaries,
  account: ServerAccount,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const cluster = clusterIn(dataDirectory);
  const log = openSync(logIn(dataDirectory), 'w', 0o600);
  if (account) fchownSync(log, account.uid, account.gid);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', pathFor(account, cluster), ...options], {
    ...account,
    cwd: cluster,
    env: environment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  server.unref();
  closeSync(log);
  return server;
}

function createDraft(dataDirectory: string, account: ServerAccount): string {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const draft = mkdtempSync(join(dataDirectory, 'postgres.'));
    if (account) chownSync(draft, account.uid, account.gid);
    return draft;
  } catch (cause) {
    throw refused(dataDirectory, (cause as Error).message, cause);
  }
}

function publish(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  }
}

const refused = (dataDirectory: string, reason: string, cause?: unknown) =>
  new StartError(`The database could not be created in ${dataDirectory}: ${reason}`, { cause });

const environment = () => ({ LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' });

/**
 * An account that root stepped down to may be unable to enter a directory above the cluster, yet needs no permission to
 * reach the directory that it stands in.
 */
const pathFor = (account: ServerAccount, directory: string) =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : directory;
