import { statSync } from 'node:fs';
import { StartError } from '../../config/start-error.js';

/** The operating-system account that PostgreSQL runs as; `undefined` means the account of this process. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | undefined;

const NOBODY = { uid: 65_534, gid: 65_534 } as const;

/**
 * PostgreSQL refuses to run as root and on files that another account owns. So root steps down: to the owner of the
 * cluster that exists, else to `nobody`.
 * @throws StartError when the cluster belongs to another account and this process is not root
 */
export function serverAccountFor(cluster: string): ServerAccount {
  const self = process.getuid?.();
  const owner = ownerOf(cluster);
  if (self === 0) return !owner || owner.uid === 0 ? NOBODY : owner;
  if (owner && owner.uid !== self) throw anotherAccounts(cluster, `uid ${owner.uid}`);
  return undefined;
}

function ownerOf(cluster: string): ServerAccount {
  try {
    const stats = statSync(cluster, { throwIfNoEntry: false });
    return stats && { uid: stats.uid, gid: stats.gid };
  } catch (cause) {
    throw anotherAccounts(cluster, 'this one may not look at it', cause);
  }
}

const anotherAccounts = (cluster: string, which: string, cause?: unknown) =>
  new StartError(
    `The database in ${cluster} belongs to another account (${which}), as after a start as root: ` +
      'start as that account or as root, or name another directory in RULEFORGE_DATA_DIR.',
    { cause },
  );
