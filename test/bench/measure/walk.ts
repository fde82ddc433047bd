import { PAGE, pageAt } from '../load/user-operations.js';
import { drive } from '../load/drive.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';

/** Walks the whole list by `startIndex`, page after page, as a directory does that reads everything, and tells of it. */
export async function walk(app: Contestant, tenant: Tenant): Promise<void> {
  const pages = Array.from({ length: tenant.ids.length / PAGE }, (_, page) => pageAt(page * PAGE + 1));
  const { latencies, seconds } = await drive({
    ...{ origin: app.origin, basePath: app.basePath(tenant), token: tenant.token },
    requests: [pages.values()],
    forMs: Infinity,
  });
  const tenth = pages.length / 10;
  const [first, last] = [meanOf(latencies.slice(0, tenth)), meanOf(latencies.slice(-tenth))];
  console.log(
    `A walk over ${pages.length} pages took ${seconds.toFixed(1)} s: ${first.toFixed(1)} ms a page in its first tenth, ` +
      `${last.toFixed(1)} ms in its last.`,
  );
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
