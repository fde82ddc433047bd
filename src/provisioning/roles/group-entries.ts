import type { GroupChange } from '@ruleforge/scim';
import { v7 } from 'uuid';

/** What the audit log says of a change of a group. */
export interface GroupEntry {
  readonly id: string;
  readonly action: string;
  readonly group: GroupChange['group'];
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

const MOST_IDS = 50;

/** The entries of one change; a long list of members is counted and begun. */
export function toGroupEntries(change: GroupChange): GroupEntry[] {
  const { group, requestId } = change;
  return eventsOf(change).map(([action, details]) => ({ id: v7(), action, group, details, requestId }));
}

type GroupEvent = readonly [action: string, details: Readonly<Record<string, unknown>>];

function eventsOf({ kind, group, renamedFrom, added, removed, method }: GroupChange): GroupEvent[] {
  const { displayName, externalId } = group;
  const by = method === 'PUT' ? { method } : {};
  const members = { added: listed(added), removed: listed(removed) };
  switch (kind) {
    case 'created':
      return [['group.created', { externalId, members: members.added }]];
    case 'deleted':
      return [['group.deleted', { externalId }]];
    case 'changed': {
      const renamed: GroupEvent = ['group.renamed', { name: { from: renamedFrom, to: displayName }, ...by }];
      const moved: GroupEvent = ['group.members_changed', { ...members, ...by }];
      const events = [...(renamedFrom === undefined ? [] : [renamed])];
      if (added.length + removed.length > 0) events.push(moved);
      return events.length > 0 ? events : [['group.changed', { externalId, ...by }]];
    }
    default:
      return kind satisfies never;
  }
}

const listed = (ids: readonly string[]) => ({ total: ids.length, ids: ids.slice(0, MOST_IDS) });
