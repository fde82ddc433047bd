import type { Statement } from '../database/statement.js';

/** One process watches at a time; the others need not wait. */
export const TAKE_WATCH: Statement = {
  name: 'credential-watch',
  text: "SELECT pg_try_advisory_xact_lock(hashtextextended('credential notices', 0)) AS taken",
};

/**
 * Notes that Administrators are told of the credentials that have reached 30, 7 or 1 days before their end and are not
 * replaced, and returns those; a later time finds none of them again until fewer days are left. Of days that nobody looked,
 * only the last are told. A portion at a time.
 */
export const TAKE_NOTICES: Statement = {
  name: 'credential-take-notices',
  text: `
    WITH ending AS (
      SELECT t.organization_id, t.connection_id, t.id, 'token' AS kind, t.label, t.created_at, t.expires_at
      FROM scim_tokens t
      WHERE t.revoked_at IS NULL AND t.oauth_client_id IS NULL AND t.replaced_at IS NULL
        AND t.expires_at > now() AND t.expires_at <= now() + interval '720 hours'
      UNION ALL
      SELECT o.organization_id, o.connection_id, k.id, 'secret', o.name, k.created_at, k.expires_at
      FROM scim_oauth_credentials k
      JOIN scim_oauth_clients o ON o.organization_id = k.organization_id AND o.id = k.client_id AND o.revoked_at IS NULL
      WHERE k.replaced_at IS NULL AND k.expires_at > now() AND k.expires_at <= now() + interval '720 hours'
    ), due AS (
      SELECT e.*, c.name AS connection_name, CASE
        WHEN e.expires_at <= now() + interval '24 hours' THEN 1
        WHEN e.expires_at <= now() + interval '168 hours' THEN 7
        ELSE 30 END AS days
      FROM ending e JOIN scim_connections c ON c.id = e.connection_id AND c.state <> 'removed'
    ), noted AS (
      INSERT INTO credential_notices (organization_id, connection_id, credential_id, days)
      SELECT d.organization_id, d.connection_id, d.id, d.days FROM due d
      WHERE d.created_at < d.expires_at - d.days * interval '24 hours' AND NOT EXISTS (
        SELECT FROM credential_notices n
        WHERE n.organization_id = d.organization_id AND n.connection_id = d.connection_id
          AND n.credential_id = d.id AND n.days = d.days
      )
      ORDER BY d.expires_at LIMIT 100
      ON CONFLICT DO NOTHING
      RETURNING organization_id, connection_id, credential_id
    )
    SELECT d.organization_id AS "organizationId", d.connection_id AS "connectionId",
      d.connection_name AS "connectionName", d.kind, d.label, d.expires_at AS "expiresAt", d.days
    FROM noted n JOIN due d
      ON d.organization_id = n.organization_id AND d.connection_id = n.connection_id AND d.id = n.credential_id
    ORDER BY d.expires_at`,
};
