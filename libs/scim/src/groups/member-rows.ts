import type { Column, Relation } from '../sql/columns.js';
import { USERS_VIEW } from '../ports/users-view.js';
import { referenceColumn } from './reference-column.js';

/**
 * Memberships `x` with their Users `u`; whoever is no User any more is left out. LIMIT keeps the planner from any other
 * way than looking each of them up.
 */
export const MEMBER_ROWS = `scim_group_members x CROSS JOIN LATERAL (
  SELECT v.display, v.display_key FROM ${USERS_VIEW} v
  WHERE v.organization_id = x.organization_id AND v.id = x.user_id LIMIT 1) u`;

/** Where such a row keeps what filters ask of a member. */
export const MEMBER_COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['value', { sql: 'x.user_id', type: 'uuid' }],
  ['display', { sql: 'u.display_key', type: 'text' }],
  ['type', { sql: `('user'::text)`, type: 'text' }],
  ['$ref', referenceColumn('x.user_id', 'Users')],
]);

/** The members of `scim_groups g`. */
export const GROUP_MEMBERS: Relation = {
  rows: MEMBER_ROWS,
  join: 'x.organization_id = g.organization_id AND x.group_id = g.id',
  columns: MEMBER_COLUMNS,
};
