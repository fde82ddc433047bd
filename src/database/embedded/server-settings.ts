import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerAccount } from './server-account.js';

/**
 * Settings of the embedded server. Its log tells what happens to the server, never what a statement holds: that would
 * be personal data.
 */
export function settingsFor(cluster: string, account: ServerAccount, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketDirectoryFor(cluster, account),
    unix_socket_permissions: '0700',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
}

/** The system refuses a socket whose path has more bytes: 107 on Linux, 103 on macOS. */
const LONGEST_SOCKET_PATH = 103;

function socketDirectoryFor(cluster: string, account: ServerAccount): string {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return '.';
  const directory = mkdtempSync(join(tmpdir(), 'ruleforge-'));
  if (account) chownSync(directory, account.uid, account.gid);
  return directory;
}
