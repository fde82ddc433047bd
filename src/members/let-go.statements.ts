import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, SHARD } from './counts.sql.js';

/** Of `members m`: whom connection $2 of organization $1 manages. */
const MANAGED = 'm.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL AND NOT m.recovery';

/** $1 organization, $2 connection. */
export const COUNT_MANAGED: Statement = {
  name: 'member-count-managed',
  text: `
    SELECT count(*) FILTER (WHERE m.active)::int AS active, count(*) FILTER (WHERE NOT m.active)::int AS deactivated
    FROM members m WHERE ${MANAGED}`,
};

/** No other transaction changes them until this one ends. $1 organization, $2 connection. */
export const LOCK_MANAGED: Statement = {
  name: 'member-lock-managed',
  text: `
    WITH locked AS (SELECT FROM members m WHERE ${MANAGED} ORDER BY m.id FOR NO KEY UPDATE)
    SELECT count(*) FROM locked`,
};

/** Project roles that groups gave are from now on given by hand: the groups are about to go. $1 organization, $2 connection. */
export const KEEP_PROJECT_ROLES: Statement = {
  name: 'member-keep-project-roles',
  text: `
    WITH target AS MATERIALIZED (SELECT m.id FROM members m WHERE ${MANAGED}), taken AS (
      DELETE FROM project_members p USING target t
      WHERE p.organization_id = $1 AND p.member_id = t.id AND p.by_group
      RETURNING p.project_id, p.member_id, p.role
    )
    INSERT INTO project_members (organization_id, project_id, member_id, role, by_group)
    SELECT $1, project_id, member_id, role, FALSE FROM taken
    ON CONFLICT DO NOTHING`,
};

/** Roles in the organization are from now on given by hand. $1 organization, $2 connection. */
export const KEEP_ROLES: Statement = {
  name: 'member-keep-roles',
  text: `
    UPDATE members m SET manual_role = m.role, role_group_id = NULL, revision = m.revision + 1, modified_at = now()
    WHERE ${MANAGED}`,
};

/**
 * Like `END_ACCESS`, for all whom a connection manages and who are in; they are locked, and `UNMANAGE` writes their rows.
 * $1 organization, $2 connection, $3–$5 actor, $6 request id.
 */
export const END_MANAGED_ACCESS: Statement = {
  name: 'member-end-managed-access',
  text: `
    WITH target AS MATERIALIZED (SELECT m.id, m.name FROM members m WHERE ${MANAGED} AND m.active), counted AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, 0, -(SELECT count(*) FROM target) FROM organizations o WHERE o.id = $1
      ${ADD_COUNTS}
    ), ended AS (
      DELETE FROM sessions s USING target t WHERE s.organization_id = $1 AND s.member_id = t.id RETURNING s.member_id
    ), revoked AS (
      UPDATE api_keys k SET revoked_at = now() FROM target t
      WHERE k.organization_id = $1 AND k.member_id = t.id AND k.revoked_at IS NULL
      RETURNING k.member_id
    ), addressed AS (
      SELECT DISTINCT i.id, w.member_id FROM invitations i
      JOIN member_terms w ON w.organization_id = $1 AND w.term = i.email_key
      JOIN target t ON t.id = w.member_id
      WHERE i.organization_id = $1 AND i.state = 'pending'
    ), withdrawn AS (
      UPDATE invitations i SET state = 'withdrawn', settled_at = now() FROM addressed a
      WHERE i.organization_id = $1 AND i.id = a.id
      RETURNING a.member_id
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
      subject_kind, subject_id, subject_name, details, request_id)
    SELECT $1, uuid_v7(), $3, $4, $5, 'member.deactivated', 'member', t.id::text, t.name, json_build_object(
      'reason', 'connection_removed', 'sessionsEnded', COALESCE(s.number, 0), 'apiKeysRevoked', COALESCE(k.number, 0),
      'invitationsWithdrawn', COALESCE(i.number, 0)), $6
    FROM target t
    LEFT JOIN (SELECT member_id, count(*) AS number FROM ended GROUP BY member_id) AS s ON s.member_id = t.id
    LEFT JOIN (SELECT member_id, count(*) AS number FROM revoked GROUP BY member_id) AS k ON k.member_id = t.id
    LEFT JOIN (SELECT member_id, count(*) AS number FROM withdrawn GROUP BY member_id) AS i ON i.member_id = t.id`,
};

/**
 * Makes all whom a connection manages people's to manage, with the roles that they have; they are locked.
 * $1 organization, $2 connection, $3–$5 actor, $6 request id, $7 whether they are deactivated.
 */
export const UNMANAGE: Statement = {
  name: 'member-unmanage',
  text: `
    WITH freed AS (
      UPDATE members m SET connection_id = NULL, external_id = NULL, manual_role = m.role, role_group_id = NULL,
        active = m.active AND NOT $7::boolean, access_epoch = m.access_epoch + (m.active AND $7)::int,
        revision = m.revision + 1, modified_at = now()
      WHERE ${MANAGED}
      RETURNING m.id, m.name
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
      subject_kind, subject_id, subject_name, details, request_id)
    SELECT $1, uuid_v7(), $3, $4, $5, 'member.unmanaged', 'member', f.id::text, f.name,
      json_build_object('connection', $2::text), $6
    FROM freed f`,
};
