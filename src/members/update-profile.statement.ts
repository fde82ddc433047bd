import type { Statement } from '../database/statement.js';
import { addressed } from './addressed.sql.js';

/**
 * Writes what a directory says of a member, if the member is still at the revision that was read and this connection
 * may write it. A member that is deactivated loses what its access epoch was good for.
 *
 * $1 organization, $2 member, $3 revision, $4 connection, $5 whether it adopts, $6 externalId, $7 userName, $8 its key,
 * $9 name, $10 its key, $11 address, $12 active, $13 profile, $14 search document, $15 terms or null when they stay,
 * $16 and $21 keys that no unmanaged member may have as an address, $17 audit id, $18 connection's name, $19 audit details or
 * null when the change is told elsewhere, $20 request id.
 */
export const UPDATE_PROFILE: Statement = {
  name: 'member-update-profile',
  text: `
    WITH reserved AS (${addressed('$16, $21', 'm.connection_id IS NULL AND m.id <> $2')}    ), target AS (
      SELECT m.connection_id, m.connection_id = $4 OR m.connection_id IS NULL AND $5 AS writable
      FROM members m
      WHERE m.organization_id = $1 AND m.id = $2 AND m.revision = $3 AND m.removed_at IS NULL AND NOT m.recovery
    ), changed AS (
      UPDATE members m SET connection_id = $4, external_id = $6, user_name = $7, user_name_key = $8, name = $9,
        name_key = $10, email = $11, active = $12, access_epoch = m.access_epoch + (m.active AND NOT $12)::int,
        profile = $13::json, search = $14::jsonb, revision = m.revision + 1, modified_at = now()
      FROM target t
      WHERE m.organization_id = $1 AND m.id = $2 AND m.revision = $3 AND m.removed_at IS NULL
        AND t.writable AND NOT EXISTS (SELECT FROM reserved)
      RETURNING m.id, m.revision, m.modified_at
    ), dropped AS (
      DELETE FROM member_terms t USING changed c
      WHERE t.organization_id = $1 AND t.member_id = c.id AND t.term <> ALL($15::text[])
    ), added AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT $1, term, c.id FROM changed c, unnest($15::text[]) AS term
      ON CONFLICT DO NOTHING
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT $1, $17, 'connection', $4, $18,
        CASE WHEN t.connection_id IS NULL THEN 'member.adopted' ELSE 'member.updated' END,
        'member', c.id, $9, COALESCE($19::json, '{}'), $20
      FROM changed c, target t WHERE $19::json IS NOT NULL OR t.connection_id IS NULL
    )
    SELECT t.connection_id AS "connectionId", t.writable, EXISTS (SELECT FROM reserved) AS reserved,
      c.revision, c.modified_at AS "modifiedAt"
    FROM target t LEFT JOIN changed c ON TRUE`,
};
