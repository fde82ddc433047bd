import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, SHARD } from './counts.sql.js';

/** Of `members m`: whom connection $2 of organization $1 manages. */
const MANAGED = 'm.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL AND NOT m.recovery';

/**
 * The next ones whom a connection manages, changed by no other transaction until this one ends.
 * $1 organization, $2 connection, $3 the id before the first one, $4 rows.
 */
export const LOCK_PORTION: Statement = {
  name: 'member-lock-portion',
  text: `
    SELECT m.id, m.active FROM members m WHERE ${MANAGED} AND m.id > $3::uuid
    ORDER BY m.id LIMIT $4 FOR NO KEY UPDATE`,
};

/** `target`: members $2 of organization $1, each by its key. */
const TARGET = `
  target AS MATERIALIZED (
    SELECT m.id, m.name, m.user_name, m.email, m.connection_id, m.active, m.access_epoch
    FROM unnest($2::uuid[]) AS wanted (id) JOIN members m ON m.organization_id = $1 AND m.id = wanted.id
  )`;

/** Project roles that groups gave are from now on given by hand: the groups are about to go. $1 organization, $2 members. */
export const KEEP_PROJECT_ROLES: Statement = {
  name: 'member-keep-project-roles',
  text: `
    WITH ${TARGET}, taken AS (
      DELETE FROM project_members p USING target t
      WHERE p.organization_id = $1 AND p.member_id = t.id AND p.by_group
      RETURNING p.project_id, p.member_id, p.role
    )
    INSERT INTO project_members (organization_id, project_id, member_id, role, by_group)
    SELECT $1, project_id, member_id, role, FALSE FROM taken
    ON CONFLICT DO NOTHING`,
};

/** Roles in the organization are from now on given by hand. $1 organization, $2 members. */
export const KEEP_ROLES: Statement = {
  name: 'member-keep-roles',
  text: `
    WITH ${TARGET}
    UPDATE members m SET manual_role = m.role, role_group_id = NULL, revision = m.revision + 1, modified_at = now()
    FROM target t WHERE m.organization_id = $1 AND m.id = t.id`,
};

/**
 * Like `END_ACCESS`, for those of locked members who are in; `UNMANAGE` writes their rows.
 * $1 organization, $2 members, $3–$5 actor, $6 request id.
 */
export const END_ACCESS_OF_ALL: Statement = {
  name: 'member-end-access-of-all',
  text: `
    WITH ${TARGET}, inside AS MATERIALIZED (
      SELECT *, uuid_v7() AS entry_id FROM target WHERE active
    ), counted AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, 0, -(SELECT count(*) FROM inside) FROM organizations o
      WHERE o.id = $1 AND EXISTS (SELECT FROM inside)
      ${ADD_COUNTS}
    ), ended AS (
      DELETE FROM sessions s USING inside t WHERE s.organization_id = $1 AND s.member_id = t.id RETURNING s.member_id
    ), revoked AS (
      UPDATE api_keys k SET revoked_at = now() FROM inside t
      WHERE k.organization_id = $1 AND k.member_id = t.id AND k.revoked_at IS NULL
      RETURNING k.member_id
    ), addressed AS (
      SELECT DISTINCT ON (i.id) i.id, w.member_id FROM invitations i
      JOIN member_terms w ON w.organization_id = $1 AND w.term = i.email_key
      JOIN inside t ON t.id = w.member_id
      WHERE i.organization_id = $1 AND i.state = 'pending'
    ), withdrawn AS (
      UPDATE invitations i SET state = 'withdrawn', settled_at = now() FROM addressed a
      WHERE i.organization_id = $1 AND i.id = a.id
      RETURNING a.member_id
    ), cut AS MATERIALIZED (
      SELECT t.*, COALESCE(s.number, 0) AS sessions, COALESCE(k.number, 0) AS api_keys, COALESCE(i.number, 0) AS invitations
      FROM inside t
      LEFT JOIN (SELECT member_id, count(*) AS number FROM ended GROUP BY member_id) AS s ON s.member_id = t.id
      LEFT JOIN (SELECT member_id, count(*) AS number FROM revoked GROUP BY member_id) AS k ON k.member_id = t.id
      LEFT JOIN (SELECT member_id, count(*) AS number FROM withdrawn GROUP BY member_id) AS i ON i.member_id = t.id
    ), offboarded AS (
      INSERT INTO offboardings (organization_id, id, member_id, name, user_name, email, connection_id, kind, access_epoch,
        actor_kind, actor_id, actor_name, request_id, asked_at, cut_at, sessions, api_keys, invitations)
      SELECT $1, entry_id, id, name, user_name, email, connection_id, 'deactivated', access_epoch + 1, $3, $4, $5, $6,
        now(), clock_timestamp(), sessions, api_keys, invitations
      FROM cut
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
      subject_kind, subject_id, subject_name, details, request_id)
    SELECT $1, entry_id, $3, $4, $5, 'member.deactivated', 'member', id::text, name, json_build_object(
      'reason', 'connection_removed', 'sessionsEnded', sessions, 'apiKeysRevoked', api_keys,
      'invitationsWithdrawn', invitations), $6
    FROM cut`,
};

/**
 * Makes locked members people's to manage, with the roles that they have.
 * $1 organization, $2 members, $3–$5 actor, $6 request id, $7 whether they are deactivated, $8 connection.
 */
export const UNMANAGE: Statement = {
  name: 'member-unmanage',
  text: `
    WITH ${TARGET}, freed AS (
      UPDATE members m SET connection_id = NULL, external_id = NULL, manual_role = m.role, role_group_id = NULL,
        active = m.active AND NOT $7::boolean, access_epoch = m.access_epoch + (m.active AND $7)::int,
        revision = m.revision + 1, modified_at = now()
      FROM target t WHERE m.organization_id = $1 AND m.id = t.id
      RETURNING m.id, m.name
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
      subject_kind, subject_id, subject_name, details, request_id)
    SELECT $1, uuid_v7(), $3, $4, $5, 'member.unmanaged', 'member', f.id::text, f.name,
      json_build_object('connection', $8::text), $6
    FROM freed f`,
};
