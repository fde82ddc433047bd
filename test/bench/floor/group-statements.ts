import { AUDIT_COLUMNS, TOKEN } from './statements.js';

const COLUMNS = `g.id, g.connection_id AS "connectionId", g.display_name AS "displayName", g.revision,
  g.created_at AS created, g.modified_at AS modified`;

/** $2 group, $3 displayName, $4 its key, $5 audit id. */
export const CREATE_GROUP = {
  name: 'create-group',
  text: `
    WITH ${TOKEN}, g AS (
      INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key)
      SELECT organization_id, $2, connection_id, $3, $4 FROM token
      RETURNING *
    ), recorded AS (
      INSERT INTO audit_entries (${AUDIT_COLUMNS})
      SELECT g.organization_id, $5, 'connection', g.connection_id, 'Directory', 'group.created', 'group', g.id, $3, '{}',
        g.id::text
      FROM g
    )
    SELECT ${COLUMNS} FROM g`,
};

/** $2 group, $3 ids of those who come, $4 of those who go, $5 audit id, $6 audit details. */
export const MOVE_MEMBERS = {
  name: 'move-members',
  text: `
    WITH ${TOKEN}, added AS (
      INSERT INTO scim_group_members (organization_id, group_id, user_id)
      SELECT organization_id, $2, unnest($3::uuid[]) FROM token
      ON CONFLICT DO NOTHING RETURNING 1
    ), removed AS (
      DELETE FROM scim_group_members x USING token t
      WHERE x.organization_id = t.organization_id AND x.group_id = $2 AND x.user_id = ANY($4::uuid[]) RETURNING 1
    ), g AS (
      UPDATE scim_groups g SET revision = g.revision + 1, modified_at = now(),
        member_count = g.member_count + (SELECT count(*) FROM added) - (SELECT count(*) FROM removed)
      FROM token t WHERE g.organization_id = t.organization_id AND g.id = $2
      RETURNING g.*
    ), recorded AS (
      INSERT INTO audit_entries (${AUDIT_COLUMNS})
      SELECT g.organization_id, $5, 'connection', g.connection_id, 'Directory', 'group.members_changed', 'group', g.id,
        g.display_name, $6::json, g.id::text
      FROM g
    )
    SELECT ${COLUMNS} FROM g`,
};
