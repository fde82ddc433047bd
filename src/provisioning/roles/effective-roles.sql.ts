import { projectRolesOf } from '../../projects/project-roles.sql.js';

/** Where the rules come from; both are SQL. */
export interface RuleSource {
  /** Selects `position`, `group_id`, `role` and `project_id` of the connection's mappings. */
  readonly mappings: string;
  /** What a member has whom no group and no hand gave a role. */
  readonly defaultRole: string;
}

/** The rules that are in force. $1 organization, $2 connection. */
export const RULES_IN_FORCE: RuleSource = {
  mappings: `
    SELECT position, group_id, role, project_id FROM role_mappings
    WHERE organization_id = $1 AND connection_id = $2 AND group_id IS NOT NULL`,
  defaultRole: `
    COALESCE((SELECT d.role FROM role_defaults d WHERE d.organization_id = $1 AND d.connection_id = $2), 'read_only')`,
};

/** All members, as `effectiveRoles` reads them. */
export const ALL_MEMBERS = '(SELECT x.*, x.ctid AS place FROM members x)';

/**
 * Some members, as `effectiveRoles` reads them: each by the primary key, whatever the planner may think of their number.
 * `ids` is SQL for their ids, $1 the organization.
 */
export const membersOf = (ids: string): string => `
  (SELECT x.* FROM unnest(${ids}) AS wanted (id) CROSS JOIN LATERAL (
    SELECT x.*, x.ctid AS place FROM members x WHERE x.organization_id = $1 AND x.id = wanted.id LIMIT 1
  ) AS x)`;

/**
 * What `effectiveRolesOf` says, of those among `members` that the connection manages: a common table `next` with their
 * roles as they are (`old_…`) and as they shall be. One road through the memberships of each, whatever the size of the
 * groups. $1 organization, $2 connection.
 */
export const effectiveRoles = ({ mappings, defaultRole }: RuleSource, members: string): string => `
  rule AS MATERIALIZED (${mappings}), fallback AS MATERIALIZED (SELECT ${defaultRole} AS role), next AS MATERIALIZED (
    SELECT m.place, m.id, m.name, m.name_key, m.active, m.role AS old_role, m.role_group_id AS old_group_id,
      m.project_roles AS old_project_roles, given.group_id, given.project_ids, given.roles_in_projects,
      COALESCE(given.role, m.manual_role, f.role) AS role, CASE WHEN given.role IS NOT NULL THEN 'group'
        WHEN m.manual_role IS NOT NULL THEN 'manual' ELSE 'default' END AS reason,
      ${projectRolesOf(`
        SELECT p.project_id, p.role FROM project_members p
        WHERE p.organization_id = $1 AND p.member_id = m.id AND NOT p.by_group
        UNION ALL SELECT * FROM unnest(given.project_ids, given.roles_in_projects)`)} AS project_roles
    FROM ${members} AS m CROSS JOIN fallback f CROSS JOIN LATERAL (
      SELECT (array_agg(r.role ORDER BY r.position) FILTER (WHERE r.project_id IS NULL))[1] AS role,
        (array_agg(r.group_id ORDER BY r.position) FILTER (WHERE r.project_id IS NULL))[1] AS group_id,
        array_agg(r.project_id ORDER BY r.position) FILTER (WHERE r.project_id IS NOT NULL) AS project_ids,
        array_agg(r.role ORDER BY r.position) FILTER (WHERE r.project_id IS NOT NULL) AS roles_in_projects
      FROM scim_group_members g JOIN rule r ON r.group_id = g.group_id
      WHERE g.organization_id = $1 AND g.user_id = m.id
    ) AS given
    WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL AND NOT m.recovery
  )`;
