import type { Statement } from '../../database/statement.js';
import { ALL_MEMBERS, effectiveRoles, membersOf, RULES_IN_FORCE } from './effective-roles.sql.js';

/**
 * Holds members, whoever manages them: who computes their roles next sees all that others did to them before.
 * $1 organization, $2 members.
 */
export const LOCK_MEMBERS: Statement = {
  name: 'roles-lock-members',
  text: `
    WITH locked AS (
      SELECT FROM (SELECT id FROM unnest($2::uuid[]) AS given (id) ORDER BY id) AS wanted CROSS JOIN LATERAL (
        SELECT m.id FROM members m WHERE m.organization_id = $1 AND m.id = wanted.id LIMIT 1 FOR NO KEY UPDATE
      ) AS member
    )
    SELECT count(*) FROM locked`,
};

/** Like `LOCK_MEMBERS`, all that a connection manages. $1 organization, $2 connection. */
export const LOCK_MANAGED_MEMBERS: Statement = {
  name: 'roles-lock-managed-members',
  text: `
    WITH locked AS (
      SELECT FROM members m WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL
      ORDER BY m.id FOR NO KEY UPDATE
    )
    SELECT count(*) FROM locked`,
};

/**
 * Waits for all whose members are being created by the connection, and lets nobody create one until the transaction ends:
 * the last thing that a change of the rules does, but for giving them what the rules say. $1 connection.
 */
export const HOLD_ARRIVALS: Statement = {
  name: 'roles-hold-arrivals',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('role rules ' || $1, 0))`,
};

/** Waits for whoever changes the rules of a connection, and lets nobody do so meanwhile. $1 connection. */
export const SHARE_RULES: Statement = {
  name: 'roles-share-rules',
  text: `SELECT state = 'removed' AS removed FROM scim_connections WHERE id = $1 FOR KEY SHARE`,
};

/** Members of groups, by id. $1 organization, $2 groups. */
export const FIND_MEMBERS_OF_GROUPS: Statement = {
  name: 'roles-find-members-of-groups',
  text: `
    SELECT array_agg(DISTINCT user_id)::text[] AS ids FROM scim_group_members
    WHERE organization_id = $1 AND group_id = ANY($2::uuid[])`,
};

/**
 * Gives locked members the roles that the rules in force say, where they are others; each change of a role with its
 * audit entry. Being locked they stay in their place, so each is written there.
 * $1 organization, $2 connection, $3–$5 actor, $6 request id.
 */
const applyRules = (name: string, members: string): Statement => ({
  name,
  text: `
    WITH ${effectiveRoles(RULES_IN_FORCE, members)}, changed AS (
      UPDATE members m SET role = n.role, role_group_id = n.group_id, project_roles = n.project_roles,
        revision = m.revision + (n.role <> n.old_role OR n.project_roles <> n.old_project_roles)::int,
        modified_at = CASE WHEN n.role <> n.old_role OR n.project_roles <> n.old_project_roles THEN now()
          ELSE m.modified_at END
      FROM next n
      WHERE m.ctid = n.place AND (n.role, n.group_id, n.project_roles) IS DISTINCT FROM
        (n.old_role, n.old_group_id, n.old_project_roles)
      RETURNING n.*
    ), dropped AS (
      DELETE FROM project_members p USING next n CROSS JOIN LATERAL (
        SELECT h.ctid AS place, h.project_id, h.role FROM project_members h
        WHERE h.organization_id = $1 AND h.member_id = n.id AND h.by_group
        OFFSET 0
      ) AS held
      WHERE p.ctid = held.place AND NOT EXISTS (
        SELECT FROM unnest(n.project_ids, n.roles_in_projects) AS given (project_id, role)
        WHERE given.project_id = held.project_id AND given.role = held.role
      )
    ), added AS (
      INSERT INTO project_members (organization_id, project_id, member_id, role, by_group)
      SELECT DISTINCT $1::uuid, given.project_id, n.id, given.role, TRUE
      FROM next n CROSS JOIN LATERAL unnest(n.project_ids, n.roles_in_projects) AS given (project_id, role)
      ON CONFLICT DO NOTHING
    ), entry AS (
      SELECT c.id, c.name, 'member.role_changed' AS action, json_strip_nulls(json_build_object(
        'role', json_build_object('from', c.old_role, 'to', c.role), 'reason', c.reason,
        'group', (
          SELECT json_build_object('id', g.id, 'name', g.display_name) FROM scim_groups g
          WHERE g.organization_id = $1 AND g.id = c.group_id
        ))) AS details
      FROM changed c WHERE c.role <> c.old_role
      UNION ALL
      SELECT c.id, c.name, 'member.project_roles_changed', json_build_object(
        'projectRoles', json_build_object('from', c.old_project_roles, 'to', c.project_roles), 'reason', 'group')
      FROM changed c WHERE c.project_roles <> c.old_project_roles
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT $1, uuid_v7(), $3, $4, $5, e.action, 'member', e.id::text, e.name, e.details, $6 FROM entry e
    )
    SELECT EXISTS (
      SELECT FROM changed WHERE old_role = 'administrator' AND role <> 'administrator' AND active
    ) AS "tookAdministrators"`,
});

/** $7 members. */
export const APPLY_RULES_TO_MEMBERS = applyRules('roles-apply-to-members', membersOf('$7::uuid[]'));

/** To all that the connection manages. */
export const APPLY_RULES_TO_ALL = applyRules('roles-apply-to-all', ALL_MEMBERS);

/** Of `members x`: whoever may have arrived while rules were applied to all. No statement that creates takes as long. */
const IS_NEWCOMER = "x.created_at > now() - interval '10 minutes'";

/** Like `LOCK_MANAGED_MEMBERS`, those who may have arrived since. $1 organization, $2 connection. */
export const LOCK_NEWCOMERS: Statement = {
  name: 'roles-lock-newcomers',
  text: `
    WITH locked AS (
      SELECT FROM members x
      WHERE x.organization_id = $1 AND x.connection_id = $2 AND x.removed_at IS NULL AND ${IS_NEWCOMER}
      ORDER BY x.id FOR NO KEY UPDATE
    )
    SELECT count(*) FROM locked`,
};

/** To them. */
export const APPLY_RULES_TO_NEWCOMERS = applyRules(
  'roles-apply-to-newcomers',
  `(SELECT x.*, x.ctid AS place FROM members x WHERE ${IS_NEWCOMER})`,
);
