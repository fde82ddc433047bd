import { createGroup, patchMembers } from '../load/group-operations.js';
import type { BenchRequest } from '../load/bench-request.js';
import { drive } from '../load/drive.js';
import { createUsers } from '../load/user-operations.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';

/** What a directory brings that is connected for the first time. */
export interface SyncSize {
  readonly users: number;
  readonly groups: number;
  /** Groups that each User is in. */
  readonly groupsEach: number;
}

/** As many connections as directories have, and as many members as they send at once. */
const WORKERS = 16;
const MEMBERS_AT_ONCE = 10;

/** Has a server take in a whole directory: its Users, its groups, and who is in which. @returns seconds */
export async function sync(server: Contestant, tenant: Tenant, size: SyncSize): Promise<number> {
  const begun = performance.now();
  const newcomers = createUsers.requests(0, 1);
  const userIds = await bring(server, tenant, take(newcomers, size.users));
  const names = Array.from({ length: size.groups }, (_, index) => `Group ${index}`);
  const groupIds = await bring(server, tenant, names.map(createGroup));
  await bring(server, tenant, memberships(userIds, groupIds, size.groupsEach));
  return (performance.now() - begun) / 1_000;
}

/** Sends requests over all workers. @returns the ids of what they made */
async function bring(server: Contestant, tenant: Tenant, requests: readonly BenchRequest[]): Promise<string[]> {
  const ids: string[] = [];
  const shared = requests.values();
  await drive({
    ...{ origin: server.origin, basePath: server.basePath(tenant), token: tenant.token },
    requests: Array.from({ length: WORKERS }, () => shared),
    forMs: Infinity,
    answered: (_, body) => ids.push((JSON.parse(body) as { id: string }).id),
  });
  return ids;
}

function memberships(userIds: readonly string[], groupIds: readonly string[], groupsEach: number): BenchRequest[] {
  const size = (userIds.length * groupsEach) / groupIds.length;
  return groupIds.flatMap((groupId, group) => {
    const members = Array.from({ length: size }, (_, index) => userIds[(group * size + index) % userIds.length]!);
    return Array.from({ length: size / MEMBERS_AT_ONCE }, (_, part) =>
      patchMembers('add', groupId, members.slice(part * MEMBERS_AT_ONCE, (part + 1) * MEMBERS_AT_ONCE)),
    );
  });
}

const take = (requests: Iterator<BenchRequest, never>, count: number) =>
  Array.from({ length: count }, () => requests.next().value);
