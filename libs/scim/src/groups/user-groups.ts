import type { Column, Relation } from '../sql/columns.js';
import { referenceColumn } from './reference-column.js';

/** SQL for the User whose groups are asked for, and for the connection that asks: it sees its own. */
export interface UserSql {
  readonly organizationId: string;
  readonly id: string;
  readonly connectionId: string;
}

const rowsOf = ({ connectionId }: UserSql) => `scim_group_members x CROSS JOIN LATERAL (
  SELECT h.id, h.display_name, h.display_name_key FROM scim_groups h
  WHERE h.organization_id = x.organization_id AND h.id = x.group_id AND h.connection_id = ${connectionId} LIMIT 1) g`;

const joinTo = ({ organizationId, id }: UserSql) => `x.organization_id = ${organizationId} AND x.user_id = ${id}`;

/**
 * The value of a User's `groups` as SQL, for a host's SELECT: json such as `[{"value": …, "display": …}]` in the order
 * in which the groups were created, or NULL.
 */
export const userGroupsSql = (user: UserSql): string => `(
  SELECT json_agg(json_build_object('value', g.id, 'display', g.display_name) ORDER BY g.id)
  FROM ${rowsOf(user)} WHERE ${joinTo(user)})`;

/** A User's `groups` for filters and sorting, for a host's `Columns`. */
export const userGroupsRelation = (user: UserSql): Relation => ({
  rows: rowsOf(user),
  join: joinTo(user),
  columns: new Map<string, Column>([
    ['value', { sql: 'g.id', type: 'uuid' }],
    ['display', { sql: 'g.display_name_key', type: 'text' }],
    ['type', { sql: `('direct'::text)`, type: 'text' }],
    ['$ref', referenceColumn('g.id', 'Groups')],
  ]),
});
