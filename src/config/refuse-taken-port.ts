import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Settings } from './settings.js';
import { StartError } from './start-error.js';

/**
 * Finds out that nobody can listen on the port before anything else is done.
 * @throws StartError
 */
export async function refuseTakenPort({ port, host }: Settings): Promise<void> {
  const probe = createServer().listen({ port, host });
  try {
    await once(probe, 'listening');
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new StartError(`Port ${port} of ${host} ${REASONS.get(code) ?? `cannot be used: ${message}`}`, { cause });
  }
  probe.close();
  await once(probe, 'close');
}

const REASONS = new Map([
  ['EADDRINUSE', 'is taken by another process: stop that one, or set PORT to another number.'],
  ['EACCES', 'is reserved for privileged processes: set PORT to a number above 1023.'],
  ['EADDRNOTAVAIL', 'cannot be used, as this machine has no such address: set RULEFORGE_HOST to one that it has.'],
  ['ENOTFOUND', 'cannot be used, as no such host is known: set RULEFORGE_HOST to an address of this machine.'],
]);
