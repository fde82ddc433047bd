import { COMING_AND_GOING } from '../population/groups.js';
import type { Tenant } from '../population/tenant.js';
import type { BenchRequest, Operation } from './bench-request.js';

/** One member in, the next time out: each a request of its own. No two workers move the same User. */
export const moveOneMember = (tenant: Tenant, groupId: string): Operation => ({
  *requests(worker, workers) {
    const own = comersAndGoers(tenant).filter((_, index) => index % workers === worker);
    for (;;) {
      for (const op of ['add', 'remove'] as const) for (const id of own) yield patchMembers(op, groupId, [id]);
    }
  },
});

/** As many members as a directory sends at once, in and out of a group that is not the largest. */
export const moveManyMembers = ({ ids: everybody }: Tenant, groupId: string, many: number): Operation => ({
  *requests(worker, workers) {
    const end = everybody.length - (workers - worker) * many;
    const ids = everybody.slice(end - many, end);
    for (;;) {
      yield patchMembers('add', groupId, ids);
      yield patchMembers('remove', groupId, ids);
    }
  },
});

export const readGroupWithoutMembers = (groupId: string): Operation => ({
  *requests() {
    for (;;) yield { method: 'GET', path: `/Groups/${groupId}?excludedAttributes=members`, expectedStatus: 200 };
  },
});

export const createGroup = (displayName: string): BenchRequest => ({
  method: 'POST',
  path: '/Groups',
  body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName },
  expectedStatus: 201,
});

/** Only what changes is asked for back, so that an answer is no larger for a small group than for a large one. */
export const patchMembers = (op: 'add' | 'remove', groupId: string, ids: readonly string[]): BenchRequest => ({
  method: 'PATCH',
  path: `/Groups/${groupId}?attributes=displayName`,
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op, path: 'members', value: ids.map((value) => ({ value })) }],
  },
  expectedStatus: 200,
});

const comersAndGoers = ({ ids }: Tenant) => ids.slice(-COMING_AND_GOING);
