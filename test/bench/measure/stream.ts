import { drive } from '../load/drive.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';
import { memoryOf } from './usage.js';

const CLIENTS = 4;
const LOOK_EVERY_MS = 50;

/**
 * Has several clients read a group with all its members at once, and tells of it.
 * @returns the most megabytes that the server held meanwhile
 */
export async function streamGroup(server: Contestant, tenant: Tenant, groupId: string): Promise<number> {
  const request = { method: 'GET', path: `/Groups/${groupId}`, expectedStatus: 200 } as const;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), LOOK_EVERY_MS);
  const { seconds, bytesReceived } = await drive({
    ...{ origin: server.origin, basePath: server.basePath(tenant), token: tenant.token },
    requests: Array.from({ length: CLIENTS }, () => [request].values()),
    forMs: Infinity,
  });
  clearInterval(watch);
  console.log(
    `${CLIENTS} clients read a group of 100 000, ${Math.round(bytesReceived / CLIENTS / 1e6)} MB each, in ` +
      `${seconds.toFixed(1)} s.`,
  );
  return most;
}
