import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';

/** Leaves in the data directory where the server is reached, for commands that are run without its environment. */
export function rememberAddress({ databaseUrl, dataDirectory, publicUrl }: Settings): void {
  if (databaseUrl === undefined) writeFileSync(fileIn(dataDirectory), `${publicUrl}\n`);
}

/** Where the server on that data directory is reached, or was last. */
export function recallAddress(dataDirectory: string): string | undefined {
  const file = fileIn(dataDirectory);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

const fileIn = (dataDirectory: string) => join(dataDirectory, 'address');
