import type { AuditCriteria } from './audit-criteria.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** A statement and what its parameters are. */
export interface ComposedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Takes a value for a parameter, and gives the SQL of it. */
export type Bind = (value: unknown) => string;

/** Parameters of a statement, of which $1 is the organization. */
export function bindings({ organizationId }: AuditCriteria): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [organizationId];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * The entries of the organization, from the criteria's place on and of its period. Time is read from the ids, whose order is
 * that of the primary key and, within a kind, of the index of kinds.
 */
export const placeOf = ({ from, to, before }: AuditCriteria, bind: Bind): string =>
  [
    'organization_id = $1::uuid',
    ...(from ? [`id >= ${bind(firstIdAt(from))}::uuid`] : []),
    ...(to ? [`id < ${bind(firstIdAt(to))}::uuid`] : []),
    ...(before === undefined ? [] : [`id < ${bind(before)}::uuid`]),
  ].join(' AND ');

/** No UUID of version 7 of that millisecond or a later one is less (RFC 9562 §5.7). */
function firstIdAt(moment: Date): string {
  const time = Math.min(Math.max(moment.getTime(), 0), LAST_TIME).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

const LAST_TIME = 2 ** 48 - 1;

const NAMES: Readonly<Record<keyof AuditEntry, string>> = {
  organizationId: 'organization_id',
  id: 'id',
  at: 'at',
  actorKind: 'actor_kind',
  actorId: 'actor_id',
  actorName: 'actor_name',
  action: 'action',
  subjectKind: 'subject_kind',
  subjectId: 'subject_id',
  subjectName: 'subject_name',
  details: 'details',
  requestId: 'request_id',
};

/** An entry's columns by the names of its properties. */
export const AUDIT_COLUMNS = Object.entries(NAMES)
  .map(([property, column]) => `${column} AS "${property}"`)
  .join(', ');
