import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, seatsAreFree, SHARD } from './counts.sql.js';

/**
 * Ends everything by which a member gets in, and gives the seat back. The member's row is the caller's to write, after
 * this: all writers lock the counts before they change a name that others may be waiting for.
 *
 * $1 organization, $2 member, $3 revision or null for any, $4 whether the member leaves the list too, $5 and $12 keys of
 * the member's addresses, $6 audit id, $7–$9 actor, $10 action, $11 request id, $13 for how many
 * milliseconds it has been asked.
 */
export const END_ACCESS: Statement = {
  name: 'member-end-access',
  text: `
    WITH target AS (
      SELECT m.id, m.name, m.user_name, m.email, m.connection_id, m.active, m.access_epoch FROM members m
      WHERE m.organization_id = $1 AND m.id = $2 AND m.revision = COALESCE($3::int, m.revision)
        AND m.removed_at IS NULL AND NOT m.recovery
    ), counted AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, -($4::boolean)::int, -t.active::int FROM target t, organizations o WHERE o.id = $1
      ${ADD_COUNTS}
      RETURNING organization_id
    ), ended AS (
      DELETE FROM sessions s USING target t WHERE s.organization_id = $1 AND s.member_id = t.id RETURNING 1
    ), revoked AS (
      UPDATE api_keys k SET revoked_at = now() FROM target t
      WHERE k.organization_id = $1 AND k.member_id = t.id AND k.revoked_at IS NULL RETURNING 1
    ), withdrawn AS (
      UPDATE invitations i SET state = 'withdrawn', settled_at = now() FROM target t
      WHERE i.organization_id = $1 AND i.email_key IN ($5, $12) AND i.state = 'pending' RETURNING 1
    ), offboarded AS (
      INSERT INTO offboardings (organization_id, id, member_id, name, user_name, email, connection_id, kind, access_epoch,
        actor_kind, actor_id, actor_name, request_id, asked_at, cut_at, sessions, api_keys, invitations)
      SELECT $1, $6, t.id, t.name, t.user_name, t.email, t.connection_id,
        CASE WHEN $4::boolean THEN 'removed' ELSE 'deactivated' END, t.access_epoch + 1, $7, $8, $9, $11,
        clock_timestamp() - GREATEST($13::int, 0) * interval '1 millisecond', clock_timestamp(),
        (SELECT count(*) FROM ended), (SELECT count(*) FROM revoked), (SELECT count(*) FROM withdrawn)
      FROM target t, counted WHERE t.active
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
      subject_kind, subject_id, subject_name, details, request_id)
    SELECT $1, $6, $7, $8, $9, $10, 'member', t.id, t.name, json_build_object(
      'sessionsEnded', (SELECT count(*) FROM ended),
      'apiKeysRevoked', (SELECT count(*) FROM revoked),
      'invitationsWithdrawn', (SELECT count(*) FROM withdrawn)
    ), $11
    FROM target t, counted
    RETURNING id`,
};

/**
 * Takes a seat for a deactivated member; what was open before stays shut, invitations too.
 * $1 organization, $2 member, $3 revision or null for any, $4 and $10 keys of its addresses, $5 audit id, $6–$8 actor,
 * $9 request id.
 */
export const REGAIN_SEAT: Statement = {
  name: 'member-regain-seat',
  text: `
    WITH target AS (
      SELECT m.id, m.name FROM members m
      WHERE m.organization_id = $1 AND m.id = $2 AND m.revision = COALESCE($3::int, m.revision)
        AND m.removed_at IS NULL AND NOT m.active
    ), counted AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, 0, 1 FROM target t, organizations o WHERE o.id = $1
      ${ADD_COUNTS} WHERE ${seatsAreFree('$1')}
      RETURNING organization_id
    ), withdrawn AS (
      UPDATE invitations i SET state = 'withdrawn', settled_at = now() FROM target t, counted
      WHERE i.organization_id = $1 AND i.email_key IN ($4, $10) AND i.state = 'pending'
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, request_id)
      SELECT $1, $5, $6, $7, $8, 'member.reactivated', 'member', t.id, t.name, $9 FROM target t, counted
    )
    SELECT EXISTS (SELECT FROM counted) AS seated FROM target`,
};

/** $1 organization, $2 member, $3 active. */
export const SET_ACTIVE: Statement = {
  name: 'member-set-active',
  text: `
    UPDATE members SET active = $3, access_epoch = access_epoch + (active AND NOT $3)::int, revision = revision + 1,
      modified_at = now()
    WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL`,
};

/** $1 organization, $2 member. The row stays: history and authorship refer to it. */
export const REMOVE_MEMBER: Statement = {
  name: 'member-remove',
  text: `
    WITH removed AS (
      UPDATE members SET active = FALSE, access_epoch = access_epoch + 1, revision = revision + 1, modified_at = now(),
        removed_at = now()
      WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL
      RETURNING id
    )
    DELETE FROM member_terms t USING removed r WHERE t.organization_id = $1 AND t.member_id = r.id`,
};

/** $1 organization, $2 member, $3 role, from now on the one given by hand. */
export const SET_ROLE: Statement = {
  name: 'member-set-role',
  text: `
    UPDATE members SET role = $3, manual_role = $3, revision = revision + 1, modified_at = now()
    WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL`,
};
