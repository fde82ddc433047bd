import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, seatsAreFree, SHARD } from '../members/counts.sql.js';

/** One process watches at a time; the others need not wait. */
export const TAKE_WATCH: Statement = {
  name: 'mass-deactivations-watch',
  text: "SELECT pg_try_advisory_xact_lock(hashtextextended('mass deactivations', 0)) AS taken",
};

/** Of `offboardings o`: by a directory, within the hour, and told of nowhere yet. */
const IS_NEWS = `o.cut_at > now() - interval '1 hour' AND o.actor_kind = 'connection' AND o.mass_id IS NULL
  AND o.undone_at IS NULL`;

/** What goes on while an alert is open belongs to it. */
export const JOIN_OPEN: Statement = {
  name: 'mass-deactivations-join',
  text: `
    WITH joined AS (
      UPDATE offboardings o SET mass_id = d.id FROM mass_deactivations d
      WHERE ${IS_NEWS} AND d.organization_id = o.organization_id AND d.connection_id = o.connection_id
        AND d.outcome IS NULL AND d.last_at > now() - interval '1 hour'
      RETURNING d.organization_id, d.id, o.cut_at
    ), latest AS (
      SELECT organization_id, id, max(cut_at) AS cut_at FROM joined GROUP BY organization_id, id
    )
    UPDATE mass_deactivations d SET last_at = l.cut_at FROM latest l
    WHERE d.organization_id = l.organization_id AND d.id = l.id AND d.last_at < l.cut_at`,
};

/**
 * Raises an alert for each connection that offboarded at least so many people, and so many per cent of those it managed,
 * within an hour, with its audit entry. $1 people, $2 per cent, where the connection has no limits of its own.
 */
export const RAISE: Statement = {
  name: 'mass-deactivations-raise',
  text: `
    WITH many AS MATERIALIZED (
      SELECT o.organization_id, o.connection_id, count(DISTINCT o.member_id) AS people, min(o.cut_at) AS began_at,
        max(o.cut_at) AS last_at, COALESCE(max(w.alert_percent), $2::int) AS percent
      FROM offboardings o LEFT JOIN connection_watches w USING (organization_id, connection_id)
      WHERE ${IS_NEWS}
      GROUP BY o.organization_id, o.connection_id
      HAVING count(DISTINCT o.member_id) >= COALESCE(max(w.alert_people), $1::int)
    ), raised AS (
      INSERT INTO mass_deactivations (organization_id, id, connection_id, began_at, last_at)
      SELECT m.organization_id, uuid_v7(), m.connection_id, m.began_at, m.last_at FROM many m
      JOIN scim_connections c ON c.id = m.connection_id
      WHERE m.people * 100 >= m.percent * (m.people + (
        SELECT count(*) FROM members a
        WHERE a.organization_id = m.organization_id AND a.connection_id = m.connection_id AND a.removed_at IS NULL
          AND a.active AND NOT a.recovery
      ))
      RETURNING *
    ), joined AS (
      UPDATE offboardings o SET mass_id = r.id FROM raised r
      WHERE ${IS_NEWS} AND o.organization_id = r.organization_id AND o.connection_id = r.connection_id
      RETURNING r.id, o.member_id
    ), told AS (
      SELECT r.organization_id, r.id, r.connection_id, c.name, (
        SELECT count(DISTINCT j.member_id)::int FROM joined j WHERE j.id = r.id
      ) AS people
      FROM raised r JOIN scim_connections c ON c.id = r.connection_id
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
        subject_name, details)
      SELECT organization_id, uuid_v7(), 'system', 'watch', 'RuleForge', 'mass_deactivation.raised', 'connection',
        connection_id, name, json_build_object('people', people, 'massDeactivation', id)
      FROM told
    )
    SELECT organization_id AS "organizationId", id, connection_id AS "connectionId", name AS "connectionName", people
    FROM told`,
};

/** Of `offboardings o` and its `members m`: deactivated by it, and neither reactivated nor removed since. */
const IS_RESTORABLE = `o.kind = 'deactivated' AND o.undone_at IS NULL AND NOT m.active AND m.removed_at IS NULL
  AND NOT m.recovery AND m.connection_id = o.connection_id AND m.access_epoch = o.access_epoch`;

const COLUMNS = `
  d.id, d.connection_id AS "connectionId", c.name AS "connectionName", d.began_at AS "beganAt", d.last_at AS "lastAt",
  d.outcome, d.settled_at AS "settledAt", d.settled_by AS "settledBy",
  d.began_at > now() - interval '30 days' AS "isRecent", counted.*`;

const COUNTED = `
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT o.member_id)::int AS people,
      count(*) FILTER (WHERE ${IS_RESTORABLE})::int AS restorable,
      count(DISTINCT o.member_id) FILTER (WHERE m.removed_at IS NOT NULL)::int AS removed
    FROM offboardings o JOIN members m ON m.organization_id = o.organization_id AND m.id = o.member_id
    WHERE o.organization_id = d.organization_id AND o.mass_id = d.id
  ) AS counted`;

/** $1 organization. Costs nothing where nothing is open: every page of an administrator asks for it. */
export const LIST_OPEN: Statement = {
  name: 'mass-deactivations-open',
  text: `
    SELECT d.id, d.connection_id AS "connectionId", c.name AS "connectionName", (
      SELECT count(DISTINCT o.member_id)::int FROM offboardings o
      WHERE o.organization_id = d.organization_id AND o.mass_id = d.id
    ) AS people
    FROM mass_deactivations d JOIN scim_connections c ON c.id = d.connection_id
    WHERE d.organization_id = $1 AND d.outcome IS NULL AND d.began_at > now() - interval '30 days'
    ORDER BY d.id DESC`,
};

/** $1 organization, $2 connection, $3 id. */
export const FIND_MASS: Statement = {
  name: 'mass-deactivation-find',
  text: `
    SELECT ${COLUMNS} FROM mass_deactivations d JOIN scim_connections c ON c.id = d.connection_id ${COUNTED}
    WHERE d.organization_id = $1 AND d.connection_id = $2 AND d.id = $3`,
};

/** The same, and no other transaction settles it until this one ends. */
export const LOCK_MASS: Statement = {
  name: 'mass-deactivation-lock',
  text: `
    SELECT FROM mass_deactivations d WHERE d.organization_id = $1 AND d.connection_id = $2 AND d.id = $3 FOR UPDATE`,
};

/** $1 organization, $2 id, $3 how many. Whoever can come back first. */
export const LIST_PEOPLE: Statement = {
  name: 'mass-deactivation-people',
  text: `
    SELECT DISTINCT ON (m.name_key, m.id) m.id, m.name, m.email, m.removed_at IS NOT NULL AS removed, m.active
    FROM offboardings o JOIN members m ON m.organization_id = o.organization_id AND m.id = o.member_id
    WHERE o.organization_id = $1 AND o.mass_id = $2 ORDER BY m.name_key, m.id LIMIT $3`,
};

/** Holds whom it can be undone for. $1 organization, $2 id. */
export const LOCK_RESTORABLE: Statement = {
  name: 'mass-deactivation-lock-people',
  text: `
    SELECT m.id, m.user_name AS "userName", m.email
    FROM offboardings o JOIN members m ON m.organization_id = o.organization_id AND m.id = o.member_id
    WHERE o.organization_id = $1 AND o.mass_id = $2 AND ${IS_RESTORABLE}
    ORDER BY m.id FOR NO KEY UPDATE OF m`,
};

/** Takes seats for them, or none. $1 organization, $2 how many. */
export const TAKE_SEATS: Statement = {
  name: 'mass-deactivation-take-seats',
  text: `
    INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
    SELECT o.id, ${SHARD}, 0, $2::int FROM organizations o WHERE o.id = $1
    ${ADD_COUNTS} WHERE ${seatsAreFree('$1')}
    RETURNING organization_id`,
};

/**
 * Lets locked members in again, each with an audit entry; what was open before stays shut, invitations too.
 * $1 organization, $2 id, $3 members, $4 keys of their addresses, $5–$7 actor, $8 request id.
 */
export const RESTORE: Statement = {
  name: 'mass-deactivation-restore',
  text: `
    WITH restored AS (
      UPDATE members m SET active = TRUE, revision = m.revision + 1, modified_at = now()
      WHERE m.organization_id = $1 AND m.id = ANY($3::uuid[])
      RETURNING m.id, m.name
    ), undone AS (
      UPDATE offboardings o SET undone_at = now() FROM restored r
      WHERE o.organization_id = $1 AND o.mass_id = $2 AND o.member_id = r.id
    ), withdrawn AS (
      UPDATE invitations i SET state = 'withdrawn', settled_at = now()
      WHERE i.organization_id = $1 AND i.email_key = ANY($4::text[]) AND i.state = 'pending'
    )
    INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
      subject_name, details, request_id)
    SELECT $1, uuid_v7(), $5, $6, $7, 'member.reactivated', 'member', r.id::text, r.name,
      json_build_object('reason', 'undo', 'massDeactivation', $2::uuid), $8
    FROM restored r`,
};

/** $1 organization, $2 id, $3 outcome, $4 by whom. */
export const SETTLE: Statement = {
  name: 'mass-deactivation-settle',
  text: `
    UPDATE mass_deactivations SET outcome = $3, settled_at = now(), settled_by = $4
    WHERE organization_id = $1 AND id = $2`,
};
