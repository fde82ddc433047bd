import type { Statement } from '../database/statement.js';
import { addressed } from './addressed.sql.js';
import { ADD_COUNTS, SEAT_IS_FREE, SHARD } from './counts.sql.js';

/**
 * Creates a member from a directory: seat, account, member, search terms, settled invitation and audit entry, or none
 * of them and why. Each step reads from the one before, so all writers take their locks in this order.
 *
 * $1 organization, $2 member id, $3 id for a fresh account, $4 connection, $5 externalId, $6 userName, $7 its key,
 * $8 name, $9 its key, $10 address, $11 its key or null, $12 active, $13 role, $14 profile, $15 search document,
 * $16 terms, $17 and $22 keys that no unmanaged member may have as an address, $18 audit id, $19 connection's name,
 * $20 audit details, $21 request id.
 */
export const PROVISION_MEMBER: Statement = {
  name: 'member-provision',
  text: `
    WITH reserved AS (${addressed('$17, $22', 'm.connection_id IS NULL')}    ), seat AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, 1, ($12::boolean)::int
      FROM organizations o WHERE o.id = $1 AND NOT EXISTS (SELECT FROM reserved)
      ${ADD_COUNTS} WHERE ${SEAT_IS_FREE}
      RETURNING organization_id
    ), known AS (
      SELECT u.id, EXISTS (
        SELECT FROM members m WHERE m.organization_id = $1 AND m.user_id = u.id AND m.removed_at IS NULL
      ) AS here
      FROM users u WHERE u.email_key = $11
    ), account AS (
      INSERT INTO users (id, email, email_key, name)
      SELECT $3, CASE WHEN k.id IS NULL AND $11 IS NOT NULL THEN $10 END, CASE WHEN k.id IS NULL THEN $11 END, $8
      FROM seat LEFT JOIN known k ON TRUE WHERE k.id IS NULL OR k.here
      ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key
      RETURNING id
    ), member AS (
      INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key,
        name, name_key, email, active, role, profile, search)
      SELECT $1, $2, COALESCE(a.id, k.id), $4, $5, $6, $7, $8, $9, $10, $12, $13, $14::json, $15::jsonb
      FROM seat LEFT JOIN known k ON TRUE LEFT JOIN account a ON TRUE
      RETURNING id, created_at
    ), terms AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT $1, term, m.id FROM member m, unnest($16::text[]) AS term
    ), settled AS (
      UPDATE invitations i SET state = 'linked', settled_at = now(), member_id = m.id
      FROM member m WHERE i.organization_id = $1 AND i.email_key IN ($17, $22) AND i.state = 'pending'
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT $1, $18, 'connection', $4, $19, 'member.provisioned', 'member', m.id, $8, $20::json, $21 FROM member m
    )
    SELECT m.created_at AS "createdAt", EXISTS (SELECT FROM reserved) AS reserved
    FROM (SELECT) AS once LEFT JOIN member m ON TRUE`,
};
