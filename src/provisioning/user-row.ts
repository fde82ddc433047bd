import { type DirectoryUser, type ScimComplex, type ScimResource, userGroupsSql, type UserSql } from '@ruleforge/scim';
import type { ProjectRole } from '../members/member.js';
import type { Role } from '../members/roles.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';

/** What `USER_COLUMNS` selects. */
export interface UserRow extends Record<string, unknown> {
  readonly id: string;
  readonly revision: number;
  /** Milliseconds since 1970: reading a date from text costs more than all other columns together. */
  readonly created: number;
  readonly lastModified: number;
  readonly userName: string;
  /** Null when another connection gave it: each has its own (RFC 7643 §3.1, "a local identifier of the client"). */
  readonly externalId: string | null;
  readonly active: boolean;
  readonly profile: ScimComplex;
  readonly role: Role;
  readonly projectRoles: readonly ProjectRole[];
  readonly connectionId: string | null;
  readonly lastSignInAt: Date | null;
  readonly groups: readonly ScimComplex[] | null;
}

/** `members m`, as they are met by the connection of which that is the SQL. */
export const userSql = (connectionId: string): UserSql => ({
  organizationId: 'm.organization_id',
  id: 'm.id',
  connectionId,
});

const columnsFor = (connectionId: string, groups: string): string => `
  m.id, m.revision, date_part('epoch', m.created_at) * 1000 AS created,
  date_part('epoch', m.modified_at) * 1000 AS "lastModified", m.user_name AS "userName",
  CASE WHEN m.connection_id = ${connectionId} THEN m.external_id END AS "externalId", m.active, m.profile, m.role,
  m.project_roles AS "projectRoles", m.connection_id AS "connectionId", m.last_sign_in_at AS "lastSignInAt",
  ${groups} AS groups`;

/** Of `members m`, for a caller whose connection is the SQL `connectionId`. */
export const userColumns = (connectionId: string): string =>
  columnsFor(connectionId, userGroupsSql(userSql(connectionId)));

/** Whether the caller's connection has groups at all: $1 is the organization, $2 the connection. Asked once a statement. */
const ANY_GROUPS = 'EXISTS (SELECT FROM scim_groups g WHERE g.organization_id = $1 AND g.connection_id = $2)';

/** Of `members m`; $1 is the organization, $2 the caller's connection. */
export const USER_COLUMNS = columnsFor('$2', `CASE WHEN ${ANY_GROUPS} THEN ${userGroupsSql(userSql('$2'))} END`);

/**
 * Of `members m`, for lists, which are planned anew each time: `groups` is left to `GROUPS_OF_USERS`, whose plan costs more
 * than the rest. $1 is the organization, $2 the caller's connection.
 */
export const LISTED_COLUMNS = `${columnsFor('$2', 'NULL::json')}, ${ANY_GROUPS} AS "anyGroups"`;

/** As the caller's connection meets the User. */
export const toDirectoryUser = (row: UserRow, connectionId: string): DirectoryUser => ({
  id: row.id,
  revision: row.revision,
  created: new Date(Math.round(row.created)),
  lastModified: new Date(Math.round(row.lastModified)),
  managed: row.connectionId === connectionId,
  attributes: toAttributes(row),
});

// Hot: one object literal each, its own members first, costs a fifth of spreading the profile before them.
function toAttributes(row: UserRow): ScimComplex {
  const { userName, externalId, active, profile, groups } = row;
  if (groups !== null) return { ...toAttributes({ ...row, groups: null }), groups };
  return externalId === null
    ? { userName, active, [RULEFORGE_USER_SCHEMA.id]: toExtension(row), ...profile }
    : { userName, externalId, active, [RULEFORGE_USER_SCHEMA.id]: toExtension(row), ...profile };
}

type ExtensionRow = Pick<UserRow, 'role' | 'projectRoles' | 'connectionId' | 'lastSignInAt'>;

/** The RuleForge extension of a User. */
export function toExtension({ role, projectRoles, connectionId, lastSignInAt }: ExtensionRow): ScimComplex {
  const managed: ScimComplex = connectionId === null ? { role } : { role, managedBy: connectionId };
  if (projectRoles.length === 0 && lastSignInAt === null) return managed;
  return {
    ...managed,
    ...(projectRoles.length > 0 ? { projectRoles: projectRoles.map(({ project, role }) => ({ project, role })) } : {}),
    ...(lastSignInAt !== null ? { lastSignInAt: lastSignInAt.toISOString() } : {}),
  };
}

/** The role that a User read before has. */
export const roleOf = (user: ScimResource): Role => extensionOf(user).role;

/** The connection that manages a User read before. */
export const managerOf = (user: ScimResource): string | undefined => extensionOf(user).managedBy;

const extensionOf = ({ attributes }: ScimResource) =>
  attributes[RULEFORGE_USER_SCHEMA.id] as unknown as { role: Role; managedBy?: string };
