import type { ProjectRole } from '../../members/member.js';
import type { Role } from '../../members/roles.js';

/** What a group that exists gives to its members: a role in the organization, or in one project. */
interface GroupRole {
  readonly groupId: string;
  readonly role: Role;
  readonly projectId?: string;
}

/** All that decides what a member may do whom a connection manages. */
export interface RoleGrounds {
  /** Of the connection, in the administrator's order. */
  readonly mappings: readonly GroupRole[];
  /** Ids of the groups that the member is in. */
  readonly groups: ReadonlySet<string>;
  readonly manualRole: Role | null;
  readonly defaultRole: Role;
  readonly projectRolesByHand: readonly ProjectRole[];
}

export interface EffectiveRoles {
  readonly role: Role;
  /** The group that decides the role; null when none does. */
  readonly roleGroupId: string | null;
  /** Distinct, by project and role. */
  readonly projectRoles: readonly ProjectRole[];
}

/**
 * The rules, as one reads them: the first mapping in the order decides the role in the organization, without one the
 * role given by hand, else the default; project roles are the union. `effectiveRoles` in `effective-roles.sql.ts` says
 * the same to the database, for any number of members at once.
 */
export function effectiveRolesOf(grounds: RoleGrounds): EffectiveRoles {
  const given = grounds.mappings.filter(({ groupId }) => grounds.groups.has(groupId));
  const deciding = given.find(({ projectId }) => projectId === undefined);
  return {
    role: deciding?.role ?? grounds.manualRole ?? grounds.defaultRole,
    roleGroupId: deciding?.groupId ?? null,
    projectRoles: distinct([...grounds.projectRolesByHand, ...given.flatMap(toProjectRole)]),
  };
}

const toProjectRole = ({ projectId, role }: GroupRole): ProjectRole[] =>
  projectId === undefined ? [] : [{ project: projectId, role }];

function distinct(roles: readonly ProjectRole[]): ProjectRole[] {
  const byKey = new Map(roles.map((role) => [`${role.project} ${role.role}`, role]));
  return [...byKey].sort(([key], [other]) => (key < other ? -1 : 1)).map(([, role]) => role);
}
