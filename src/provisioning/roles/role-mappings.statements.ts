import type { Statement } from '../../database/statement.js';

/** A connection that is there, and its default role. $1 organization, $2 connection. */
export const FIND_DEFAULT_ROLE: Statement = {
  name: 'role-mappings-find-default',
  text: `
    SELECT c.name AS "connectionName", COALESCE(d.role, 'read_only') AS "defaultRole"
    FROM scim_connections c LEFT JOIN role_defaults d ON d.organization_id = $1 AND d.connection_id = c.id
    WHERE c.id = $2 AND c.organization_id = $1 AND c.state <> 'removed'`,
};

/** Nobody else changes the connection's rules, nor does a group arrive, until the transaction ends. Parameters as above. */
export const LOCK_RULES: Statement = {
  name: 'role-mappings-lock',
  text: 'SELECT FROM scim_connections WHERE id = $2 AND organization_id = $1 FOR UPDATE',
};

/** $1 organization, $2 connection. */
export const LIST_MAPPINGS: Statement = {
  name: 'role-mappings-list',
  text: `
    SELECT r.group_id AS "groupId", r.group_name AS "groupName", r.group_external_id AS "externalId", r.role,
      r.project_id AS "projectId", CASE WHEN r.group_id IS NOT NULL THEN
        json_build_object('id', g.id, 'name', g.display_name, 'memberCount', g.member_count) END AS pinned,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS project
    FROM role_mappings r
    LEFT JOIN scim_groups g ON g.organization_id = $1 AND g.id = r.group_id
    LEFT JOIN projects p ON p.organization_id = $1 AND p.id = r.project_id
    WHERE r.organization_id = $1 AND r.connection_id = $2 ORDER BY r.position`,
};

/** $1 organization, $2 connection, $3 ids, $4 keys of names, $5 externalIds. */
export const FIND_NAMED_GROUPS: Statement = {
  name: 'role-mappings-find-groups',
  text: `
    SELECT g.id, g.display_name AS name, g.external_id AS "externalId" FROM scim_groups g
    WHERE g.organization_id = $1 AND g.connection_id = $2
      AND (g.id = ANY($3::uuid[]) OR g.display_name_key = ANY($4::text[]) OR g.external_id = ANY($5::text[]))
    ORDER BY g.id`,
};

/** Like `FIND_NAMED_GROUPS`, and nobody changes them or their members until the transaction ends. */
export const LOCK_NAMED_GROUPS: Statement = {
  name: 'role-mappings-lock-groups',
  text: `${FIND_NAMED_GROUPS.text} FOR NO KEY UPDATE`,
};

/** $1 organization, $2 projects. */
export const FIND_PROJECTS: Statement = {
  name: 'role-mappings-find-projects',
  text: 'SELECT id FROM projects WHERE organization_id = $1 AND id = ANY($2::uuid[])',
};

/** $1 organization, $2 connection, $3 part of a name's key, $4 groups. */
export const LIST_UNMAPPED_GROUPS: Statement = {
  name: 'role-mappings-list-unmapped',
  text: `
    SELECT g.id, g.display_name AS name, g.member_count AS "memberCount", (count(*) OVER ())::int AS total
    FROM scim_groups g
    WHERE g.organization_id = $1 AND g.connection_id = $2 AND position($3 IN g.display_name_key) > 0 AND NOT EXISTS (
      SELECT FROM role_mappings r WHERE r.organization_id = $1 AND r.group_id = g.id
    )
    ORDER BY g.display_name_key LIMIT $4`,
};

/** $1 organization, $2 connection, $3 characters that do not count, $4 keys without them, $5 groups. */
export const FIND_NEAR_MISSES: Statement = {
  name: 'role-mappings-find-near-misses',
  text: `
    SELECT g.id, g.display_name AS name, g.member_count AS "memberCount" FROM scim_groups g
    WHERE g.organization_id = $1 AND g.connection_id = $2 AND translate(g.display_name_key, $3, '') = ANY($4::text[])
    ORDER BY g.display_name_key LIMIT $5`,
};

/** $1 organization, $2 connection. */
export const DELETE_MAPPINGS: Statement = {
  name: 'role-mappings-delete',
  text: 'DELETE FROM role_mappings WHERE organization_id = $1 AND connection_id = $2',
};

/** $1 organization, $2 connection, $3 mappings as JSON, $4 default role. */
export const INSERT_RULES: Statement = {
  name: 'role-mappings-insert',
  text: `
    WITH fallback AS (
      INSERT INTO role_defaults (organization_id, connection_id, role) VALUES ($1, $2, $4)
      ON CONFLICT (organization_id, connection_id) DO UPDATE SET role = excluded.role
    )
    INSERT INTO role_mappings
      (organization_id, id, connection_id, position, group_id, group_name, group_external_id, role, project_id)
    SELECT $1, uuid_v7(), $2, m.position, m.group_id, m.group_name, m.group_external_id, m.role, m.project_id
    FROM json_to_recordset($3) AS m
      (position integer, group_id uuid, group_name text, group_external_id text, role text, project_id uuid)`,
};
