import type { ActivityKind } from '../ports/activity-listener.js';
import { ACTIVITY_COLUMNS, type ActivityOutcome } from './activity-record.js';

/** Which entries of a connection's log are wanted, newest first; what is absent is any. */
export interface ActivitySearch {
  readonly limit: number;
  /** Users and groups that the requests were about, or requests themselves: either is enough. */
  readonly about?: { readonly resourceIds: readonly string[]; readonly entryIds: readonly string[] };
  readonly outcome?: ActivityOutcome;
  readonly kind?: ActivityKind;
  readonly since?: Date;
  /** The page goes on behind this entry, to what is older. */
  readonly before?: string;
}

/** A connection of an organization. */
export interface ConnectionPlace {
  readonly organizationId: string;
  readonly connectionId: string;
}

/**
 * A search as SQL. Outcome and kind stand in the text, so that the planner sees which partial index has them; they are
 * ours, from closed sets.
 */
export function activitySearchSql(
  { organizationId, connectionId }: ConnectionPlace,
  { limit, about, outcome, kind, since, before }: ActivitySearch,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [organizationId, connectionId];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    'a.organization_id = $1 AND a.connection_id = $2',
    ...(outcome ? [`a.outcome = '${outcome}'`] : []),
    ...(kind ? [`a.kind = '${kind}'`] : []),
    ...(about
      ? [`(a.resource_id = ANY(${given(about.resourceIds)}::text[]) OR a.id = ANY(${given(about.entryIds)}::uuid[]))`]
      : []),
    ...(since ? [`a.id >= ${given(firstIdOf(since))}::uuid`] : []),
    ...(before ? [`a.id < ${given(before)}::uuid`] : []),
  ];
  return {
    text: `
      SELECT ${ACTIVITY_COLUMNS} FROM scim_activity a WHERE ${conditions.join(' AND ')}
      ORDER BY a.id DESC LIMIT ${given(limit)}`,
    values,
  };
}

/** The least UUID of version 7 of that moment. */
function firstIdOf(moment: Date): string {
  const digits = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
