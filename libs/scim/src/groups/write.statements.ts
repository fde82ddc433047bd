import type { PreparedStatement } from '../sql/prepared.js';
import { USERS_VIEW } from '../ports/users-view.js';
import { GROUP_COLUMNS } from './group-row.js';

/**
 * Whether nobody whom the connection may put into its groups has that id. A sub-select of its own, which the planner
 * can only answer by the index of ids. $1 organization, $2 connection.
 */
export const isStranger = (id: string): string => `(
  SELECT u.id FROM ${USERS_VIEW} u
  WHERE u.organization_id = $1 AND u.id = ${id} AND (u.connection_id = $2 OR u.connection_id IS NULL)) IS NULL`;

/**
 * Creates a group with its members, or nothing when one of them is a stranger.
 * $1 organization, $2 connection, $3 id, $4 displayName, $5 its key, $6 externalId, $7 ids of Users, each once.
 */
export const CREATE_GROUP: PreparedStatement = {
  name: 'scim-group-create',
  text: `
    WITH wanted AS MATERIALIZED (SELECT id FROM unnest($7::uuid[]) AS w (id)
    ), stranger AS MATERIALIZED (SELECT id FROM wanted w WHERE ${isStranger('w.id')}
    ), created AS (
      INSERT INTO scim_groups AS g (organization_id, connection_id, id, display_name, display_name_key, external_id,
        member_count)
      SELECT $1, $2, $3, $4, $5, $6, (SELECT count(*) FROM wanted) WHERE NOT EXISTS (SELECT FROM stranger)
      RETURNING ${GROUP_COLUMNS}
    ), joined AS (
      INSERT INTO scim_group_members (organization_id, group_id, user_id) SELECT $1, c.id, w.id FROM created c, wanted w
    )
    SELECT c.*, ARRAY(SELECT id FROM stranger) AS strangers FROM (SELECT) AS once LEFT JOIN created c ON TRUE`,
};

/** $1 organization, $2 id, $3 displayName, $4 its key, $5 externalId. */
export const UPDATE_GROUP: PreparedStatement = {
  name: 'scim-group-update',
  text: `
    UPDATE scim_groups g
    SET display_name = $3, display_name_key = $4, external_id = $5, revision = g.revision + 1, modified_at = now()
    WHERE g.organization_id = $1 AND g.id = $2
    RETURNING ${GROUP_COLUMNS}`,
};

/** Comes after a lock, so that it sees everybody who is in. $1 organization, $2 id. */
export const DELETE_GROUP: PreparedStatement = {
  name: 'scim-group-delete',
  text: `
    WITH left_behind AS (DELETE FROM scim_group_members x WHERE x.organization_id = $1 AND x.group_id = $2)
    DELETE FROM scim_groups g WHERE g.organization_id = $1 AND g.id = $2`,
};

/** Takes a User out of all groups. $1 organization, $2 User. */
export const FORGET_USER: PreparedStatement = {
  name: 'scim-group-forget-user',
  text: `
    WITH held AS MATERIALIZED (
      SELECT g.id FROM scim_groups g
      WHERE g.organization_id = $1 AND g.id = ANY(ARRAY(
        SELECT x.group_id FROM scim_group_members x WHERE x.organization_id = $1 AND x.user_id = $2))
      ORDER BY g.id FOR NO KEY UPDATE
    ), forgotten AS (
      DELETE FROM scim_group_members x
      WHERE x.organization_id = $1 AND x.user_id = $2 AND x.group_id = ANY(ARRAY(SELECT id FROM held))
      RETURNING x.group_id
    )
    UPDATE scim_groups g SET member_count = g.member_count - 1, revision = g.revision + 1, modified_at = now()
    WHERE g.organization_id = $1 AND g.id = ANY(ARRAY(SELECT group_id FROM forgotten))`,
};
