import type { BenchRequest } from '../load/bench-request.js';
import { drive } from '../load/drive.js';
import { createUsers, deleteUser, patchUser } from '../load/user-operations.js';
import { byCursor, follow } from '../load/walks.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';

/** Every so-manyth person may be deleted; what is changed is anybody else. */
const DOOMED_EVERY = 100;
const NEWCOMERS = createUsers.requests(0, 1);

/**
 * Walks through everybody by cursor while another client creates, changes and deletes people as fast as it can.
 * @throws Error unless each who was there throughout is met exactly once, and nobody twice
 */
export async function walkWhileOthersWrite(server: Contestant, tenant: Tenant): Promise<void> {
  const load = { origin: server.origin, basePath: server.basePath(tenant), token: tenant.token, forMs: Infinity };
  const meetings = new Map<string, number>();
  const state = { isOver: false, deleted: new Set<string>() };
  const walker = drive({
    ...load,
    ...follow(byCursor(), ({ Resources }) => {
      for (const { id } of Resources) meetings.set(id, (meetings.get(id) ?? 0) + 1);
    }),
  }).finally(() => (state.isOver = true));
  const [walked, written] = await Promise.all([walker, drive({ ...load, requests: [writes(tenant, state)] })]);
  const missed = tenant.ids.filter((id) => !state.deleted.has(id) && !meetings.has(id)).length;
  const twice = [...meetings.values()].filter((times) => times > 1).length;
  if (missed + twice > 0) throw new Error(`A walk among changes missed ${missed} people and met ${twice} twice.`);
  console.log(
    `A walk by cursor among ${written.latencies.length} creates, changes and deletions took ${walked.seconds.toFixed(0)} s ` +
      `and met each of the ${tenant.ids.length - state.deleted.size} who were there throughout once.`,
  );
}

/** One of each kind after the other, until the walk is over. */
function* writes({ ids, firstPerson }: Tenant, state: { isOver: boolean; deleted: Set<string> }) {
  const anybody = () => Math.floor((Math.random() * ids.length) / DOOMED_EVERY) * DOOMED_EVERY;
  while (!state.isOver) {
    yield NEWCOMERS.next().value;
    const changed = anybody() + 1;
    yield patchUser(ids[changed]!, firstPerson + changed);
    const doomed = ids[anybody()]!;
    if (!state.deleted.has(doomed)) yield deleted(doomed, state.deleted);
  }
}

function deleted(id: string, all: Set<string>): BenchRequest {
  all.add(id);
  return deleteUser(id);
}
