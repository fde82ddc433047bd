import type { Group } from '../groups/group.js';

/** How many members the answer to a PATCH shows at most, unless the client says what to return. */
const MEMBERS_AFTER_PATCH = 100;

/** What answers a PATCH on a Group that says nothing of what to return: a large one is not shown (RFC 7644 §3.5.2). */
export const patchedStatus = ({ memberCount }: Pick<Group, 'memberCount'>): 200 | 204 =>
  memberCount > MEMBERS_AFTER_PATCH ? 204 : 200;
