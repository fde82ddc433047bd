import type { Statement } from '../database/statement.js';

/**
 * Writes what a directory says of members, of each if it is still at the revision that was read and the connection may
 * write it. A member that is deactivated loses what its access epoch was good for. Of several changes of one member the
 * first is made: the others were read too early.
 *
 * $1 JSON: an array of `ProfileRow`.
 */
export const UPDATE_PROFILES: Statement = {
  name: 'member-update-profile',
  text: `
    WITH asked AS MATERIALIZED (
      SELECT a.*, target.connection_id AS managed_by, target.id IS NOT NULL AS found,
        target.connection_id = a.connection OR target.connection_id IS NULL AND a.adopts AS writable,
        row_number() OVER (PARTITION BY a.organization, a.id ORDER BY a.place) AS turn,
        EXISTS (
          SELECT FROM member_terms t
          WHERE t.organization_id = a.organization AND t.term IN (a.new_user_name_key, a.new_email_key) AND (
            SELECT m.connection_id IS NULL AND m.id <> a.id FROM members m
            WHERE m.organization_id = a.organization AND m.id = t.member_id AND m.removed_at IS NULL
          )
          OFFSET 0
        ) AS reserved
      FROM json_to_recordset($1::json) AS a (
        place int, organization uuid, id uuid, revision int, connection text, adopts boolean, external_id text,
        user_name text, user_name_key text, name text, name_key text, email text, active boolean, profile json,
        search jsonb, terms text[], new_user_name_key text, new_email_key text, audit_entry uuid, connection_name text,
        details json, request text
      ) LEFT JOIN LATERAL (
        -- Whom a removed connection kept is nobody's any more.
        SELECT m.id, CASE WHEN m.connection_id = a.connection OR NOT EXISTS (
          SELECT FROM scim_connections r WHERE r.id = m.connection_id AND r.state = 'removed'
        ) THEN m.connection_id END AS connection_id FROM members m
        WHERE m.organization_id = a.organization AND m.id = a.id AND m.revision = a.revision AND m.removed_at IS NULL
          AND NOT m.recovery
        OFFSET 0
      ) AS target ON TRUE
    ), changed AS (
      UPDATE members m SET connection_id = a.connection, external_id = a.external_id, user_name = a.user_name,
        user_name_key = a.user_name_key, name = a.name, name_key = a.name_key, email = a.email, active = a.active,
        access_epoch = m.access_epoch + (m.active AND NOT a.active)::int, profile = a.profile, search = a.search,
        revision = m.revision + 1, modified_at = now()
      FROM asked a
      WHERE m.organization_id = a.organization AND m.id = a.id AND m.revision = a.revision AND m.removed_at IS NULL
        AND a.turn = 1 AND a.found AND a.writable AND NOT a.reserved
      RETURNING a.*, m.revision AS new_revision, m.modified_at
    ), dropped AS (
      DELETE FROM member_terms t USING changed c
      WHERE t.organization_id = c.organization AND t.member_id = c.id AND t.term <> ALL(c.terms)
    ), added AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT organization, term, id FROM changed, unnest(terms) AS term
      ON CONFLICT DO NOTHING
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT organization, audit_entry, 'connection', connection, connection_name,
        CASE WHEN managed_by IS NULL THEN 'member.adopted' ELSE 'member.updated' END,
        'member', id, name, COALESCE(details, '{}'), request
      FROM changed WHERE details IS NOT NULL OR managed_by IS NULL
    )
    SELECT a.place, a.found, a.managed_by AS "managedBy", a.writable, a.reserved, c.new_revision AS revision,
      c.modified_at AS "modifiedAt"
    FROM asked a LEFT JOIN changed c ON c.place = a.place`,
};

/** One change as `UPDATE_PROFILES` takes it. */
export interface ProfileRow {
  readonly place: number;
  readonly organization: string;
  readonly id: string;
  readonly revision: number;
  readonly connection: string;
  readonly adopts: boolean;
  readonly external_id: string | undefined;
  readonly user_name: string;
  readonly user_name_key: string;
  readonly name: string;
  readonly name_key: string;
  readonly email: string | undefined;
  readonly active: boolean;
  readonly profile: unknown;
  readonly search: unknown;
  /** Absent when they stay. */
  readonly terms: readonly string[] | undefined;
  /** Keys that no unmanaged member may have as an address. */
  readonly new_user_name_key: string | null;
  readonly new_email_key: string | null;
  readonly audit_entry: string;
  readonly connection_name: string;
  /** Absent when the change is told elsewhere. */
  readonly details: unknown;
  readonly request: string | undefined;
}
