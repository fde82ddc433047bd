import assert from 'node:assert/strict';
import { drive } from '../load/drive.js';
import { createUsersInBulk } from '../load/user-operations.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';
import { memoryOf } from './usage.js';

const SIZE = 1_000;
const TIMES = 10;

/** Has a thousand Users created by one request, several times, one after the other, and tells of it. */
export async function bulk(server: Contestant, tenant: Tenant): Promise<void> {
  const { latencies } = await drive({
    ...{ origin: server.origin, basePath: server.basePath(tenant), token: tenant.token },
    requests: [Array.from({ length: TIMES }, () => createUsersInBulk(SIZE)).values()],
    forMs: Infinity,
    answered: (_, body) => assert.equal(body.split('"status":"201"').length - 1, SIZE),
  });
  const sorted = latencies.toSorted((a, b) => a - b).map(Math.round);
  console.log(
    `Bulk of ${SIZE} creates, ${TIMES} times: ${sorted[TIMES / 2]} ms in the median, ${sorted.at(-1)} ms at most; ` +
      `then the server held ${Math.round(memoryOf(server.pid))} MB.`,
  );
}
