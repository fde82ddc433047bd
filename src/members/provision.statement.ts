import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, seatsAreFree, SHARD } from './counts.sql.js';

/**
 * Creates members from directories: of each its seat, account, member, search terms, settled invitation and audit entry,
 * or none of them and why. Its role is the connection's default. Of several with one userName the first is created; who
 * is taken already costs the others nothing. Each step reads from the one before, so all writers take their locks in this
 * order. Sub-selects are fenced, so that what concerns one member is found by index, whatever the planner may think of
 * their number.
 *
 * $1 JSON: an array of `ProvisionRow`.
 */
export const PROVISION_MEMBERS: Statement = {
  name: 'member-provision',
  text: `
    WITH asked AS MATERIALIZED (
      SELECT a.*, EXISTS (
        SELECT FROM member_terms t
        WHERE t.organization_id = a.organization AND t.term IN (a.user_name_address_key, a.email_key) AND (
          SELECT m.connection_id IS NULL FROM members m
          WHERE m.organization_id = a.organization AND m.id = t.member_id AND m.removed_at IS NULL
        )
        OFFSET 0
      ) AS reserved, CASE WHEN EXISTS (
        SELECT FROM members m
        WHERE m.organization_id = a.organization AND m.user_name_key = a.user_name_key AND m.removed_at IS NULL
        OFFSET 0
      ) THEN 'user_name' WHEN EXISTS (
        SELECT FROM members m
        WHERE m.organization_id = a.organization AND m.connection_id = a.connection AND m.external_id = a.external_id
          AND m.removed_at IS NULL
        OFFSET 0
      ) THEN 'external_id' END AS taken,
      row_number() OVER (PARTITION BY a.organization, a.user_name_key ORDER BY a.place) AS turn
      FROM json_to_recordset($1::json) AS a (
        place int, organization uuid, id uuid, account uuid, connection text, external_id text, user_name text,
        user_name_key text, name text, name_key text, email text, email_key text, active boolean, profile json,
        search jsonb, terms text[], user_name_address_key text, audit_entry uuid, connection_name text, details json,
        request text
      )
    ), welcome AS (
      SELECT * FROM asked WHERE NOT reserved AND taken IS NULL AND turn = 1
    ), seat AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, count(*), count(*) FILTER (WHERE a.active)
      FROM welcome a CROSS JOIN LATERAL (SELECT * FROM organizations WHERE id = a.organization OFFSET 0) AS o
      GROUP BY o.id, o.seats
      ${ADD_COUNTS} WHERE ${seatsAreFree('c.organization_id')}
      RETURNING organization_id
    ), seated AS (
      SELECT a.*, known.id AS known, known.here, default_role_now(a.organization, a.connection) AS role
      FROM welcome a
      LEFT JOIN LATERAL (
        SELECT u.id, EXISTS (
          SELECT FROM members m WHERE m.organization_id = a.organization AND m.user_id = u.id AND m.removed_at IS NULL
          OFFSET 0
        ) AS here
        FROM users u WHERE u.email_key = a.email_key
        OFFSET 0
      ) AS known ON TRUE
      WHERE a.organization IN (SELECT organization_id FROM seat)
    ), opened AS (
      INSERT INTO users (id, email, email_key, name)
      SELECT account, CASE WHEN known IS NULL AND email_key IS NOT NULL THEN email END,
        CASE WHEN known IS NULL THEN email_key END, name
      FROM seated WHERE known IS NULL OR here
      ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key
      RETURNING id, email_key
    ), member AS (
      INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key,
        name, name_key, email, active, role, profile, search)
      SELECT s.organization, s.id, COALESCE(o.id, s.known), s.connection, s.external_id, s.user_name, s.user_name_key,
        s.name, s.name_key, s.email, s.active, s.role, s.profile, s.search
      FROM seated s LEFT JOIN opened o ON o.id = s.account OR (s.known IS NULL AND o.email_key = s.email_key)
      RETURNING id, created_at
    ), arrived AS (
      SELECT s.*, m.created_at FROM member m JOIN seated s ON s.id = m.id
    ), looked_up AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT organization, term, id FROM arrived, unnest(terms) AS term
    ), settled AS (
      UPDATE invitations i SET state = 'linked', settled_at = now(), member_id = pending.member_id
      FROM (
        SELECT a.organization, a.id AS member_id, p.id FROM arrived a CROSS JOIN LATERAL (
          SELECT id FROM invitations
          WHERE organization_id = a.organization AND email_key IN (a.user_name_address_key, a.email_key)
            AND state = 'pending'
          OFFSET 0
        ) AS p
      ) AS pending
      WHERE i.organization_id = pending.organization AND i.id = pending.id
    ), recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT organization, audit_entry, 'connection', connection, connection_name, 'member.provisioned',
        'member', id, name, (details::jsonb || jsonb_build_object('role', role))::json, request
      FROM arrived
    )
    SELECT asked.place, asked.id, asked.reserved, asked.taken, arrived.role, arrived.created_at AS "createdAt"
    FROM asked LEFT JOIN arrived ON arrived.place = asked.place`,
};

/** One member as `PROVISION_MEMBERS` takes it. */
export interface ProvisionRow {
  readonly place: number;
  readonly organization: string;
  readonly id: string;
  /** The id of a fresh account, for whom has none. */
  readonly account: string;
  readonly connection: string;
  readonly external_id: string | undefined;
  readonly user_name: string;
  readonly user_name_key: string;
  readonly name: string;
  readonly name_key: string;
  readonly email: string | undefined;
  readonly email_key: string | null;
  readonly active: boolean;
  readonly profile: unknown;
  readonly search: unknown;
  readonly terms: readonly string[];
  /** With `email_key`, what no unmanaged member may have as an address. */
  readonly user_name_address_key: string | null;
  readonly audit_entry: string;
  readonly connection_name: string;
  readonly details: unknown;
  readonly request: string | undefined;
}
