import type { ActivityKind } from '../ports/activity-listener.js';

/** What an operation is about, as far as its name tells: `Users.patch` is an update. */
export function kindOf(operation: string): ActivityKind {
  const known = KINDS.get(operation);
  if (known) return known;
  const [area, verb = ''] = operation.split('.');
  if (READING.has(verb)) return 'read';
  if (area === 'Groups') return 'group';
  return area === 'Bulk' ? 'bulk' : 'other';
}

const KINDS = new Map<string, ActivityKind>([
  ['Users.create', 'create'],
  ['Users.replace', 'update'],
  ['Users.patch', 'update'],
  ['Users.remove', 'delete'],
]);

const READING: ReadonlySet<string> = new Set(['get', 'list', 'search']);
