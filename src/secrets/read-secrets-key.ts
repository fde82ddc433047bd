import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { StartError } from '../config/start-error.js';

const KEY_BYTES = 32;

/**
 * The key of stored secrets: the operator's, or one in the data directory that nobody else can read. It is made when it
 * is needed first, and appears whole or not at all; of processes that make one at once, one wins and all use it.
 * @throws StartError when there is none and none can be made
 */
export function readSecretsKey({ secretsKey, dataDirectory }: Settings): Buffer {
  if (secretsKey !== undefined) return Buffer.from(secretsKey, 'base64');
  const path = join(dataDirectory, 'secrets.key');
  try {
    const key = readKey(path) ?? makeKey(dataDirectory, path);
    if (key.length === KEY_BYTES) return key;
  } catch (cause) {
    throw new StartError(`${path} cannot be used: ${(cause as Error).message}. Or set RULEFORGE_SECRETS_KEY.`, {
      cause,
    });
  }
  throw new StartError(`${path} holds no key of 32 bytes in Base64. Bring it back from your backup.`);
}

function readKey(path: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeKey(dataDirectory: string, path: string): Buffer {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const text = randomBytes(KEY_BYTES).toString('base64');
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKey(path) ?? Buffer.alloc(0);
}
