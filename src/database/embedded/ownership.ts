import pg from 'pg';
import { SUPERUSER } from './cluster.js';
import { findPostmaster } from './postmaster.js';

/** The URL of the server that runs on a cluster. */
export function findUrlOf(cluster: string): string | undefined {
  const postmaster = findPostmaster(cluster);
  return (
    postmaster && `postgres://${SUPERUSER}@localhost/postgres?host=${encodeURIComponent(postmaster.socketDirectory)}`
  );
}

/**
 * Tries to become the owner of the server. It is owned as long as the answered client stays connected.
 * @returns `owned` when another process is the owner, `absent` when the server does not answer, or not yet
 */
export async function claim(cluster: string): Promise<pg.Client | 'owned' | 'absent'> {
  const client = await connect(cluster);
  if (!client) return 'absent';
  const { rows } = await client.query<{ claimed: boolean }>('SELECT pg_try_advisory_lock($1) AS claimed', [OWNER_LOCK]);
  if (rows[0]?.claimed) return client;
  await client.end();
  return 'owned';
}

const OWNER_LOCK = 7_346_003_719;

async function connect(cluster: string): Promise<pg.Client | undefined> {
  const url = findUrlOf(cluster);
  if (!url) return undefined;
  const client = new pg.Client({
    connectionString: url,
    application_name: 'ruleforge owner',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}
