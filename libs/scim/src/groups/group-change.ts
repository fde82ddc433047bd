import type { ScimComplex } from '../core/resource/resource.js';
import type { GroupChange } from '../ports/group-membership-listener.js';
import type { Group } from './group.js';
import type { MembershipOutcome } from './memberships.service.js';

/** What the host is told of a change; `before` is the group before it, where more than its members may have changed. */
export function toGroupChange(
  kind: GroupChange['kind'],
  { group, added, removed }: MembershipOutcome,
  { requestId, method }: Pick<GroupChange, 'requestId' | 'method'>,
  before: Group = group,
): GroupChange {
  const { displayName, externalId } = toNames(group.attributes);
  const { displayName: oldName } = toNames(before.attributes);
  return {
    kind,
    group: { id: group.id, displayName, ...(externalId === undefined ? {} : { externalId }) },
    ...(oldName === displayName ? {} : { renamedFrom: oldName }),
    added,
    removed,
    requestId,
    ...(method === undefined ? {} : { method }),
  };
}

const toNames = (attributes: ScimComplex) =>
  attributes as { readonly displayName: string; readonly externalId?: string };
