import type { Statement } from '../database/statement.js';

/**
 * Tokens and client secrets of an organization that will end soon, have ended lately and left nothing in their place, or are used although another one
 * was issued in their place; soonest first. $1 organization.
 */
export const LIST_WARNINGS: Statement = {
  name: 'connection-list-credential-warnings',
  text: `
    SELECT w."connectionId", c.name AS "connectionName", w.label, w."expiresAt", CASE
      WHEN w.replaced_at IS NOT NULL THEN 'still-used' WHEN w."expiresAt" <= now() THEN 'expired' ELSE 'expires' END AS kind
    FROM (
      SELECT t.connection_id AS "connectionId", t.label, t.expires_at AS "expiresAt", t.replaced_at, t.last_used_at
      FROM scim_tokens t
      WHERE t.organization_id = $1 AND t.revoked_at IS NULL AND t.oauth_client_id IS NULL
      UNION ALL
      SELECT o.connection_id, o.name, s.expires_at, s.replaced_at, s.last_used_at
      FROM scim_oauth_clients o
      JOIN scim_oauth_credentials s ON s.organization_id = $1 AND s.client_id = o.id AND s.expires_at IS NOT NULL
      WHERE o.organization_id = $1 AND o.revoked_at IS NULL
    ) AS w JOIN scim_connections c ON c.id = w."connectionId" AND c.state <> 'removed'
    WHERE w.replaced_at IS NULL AND w."expiresAt" BETWEEN now() AND now() + interval '30 days'
      OR w.replaced_at IS NULL AND w."expiresAt" BETWEEN now() - interval '30 days' AND now() AND NOT EXISTS (
        SELECT FROM scim_tokens n
        WHERE n.organization_id = $1 AND n.connection_id = w."connectionId" AND n.revoked_at IS NULL
          AND n.expires_at > now()
      )
      OR w.last_used_at > w.replaced_at AND w."expiresAt" > now()
    ORDER BY w."expiresAt" LIMIT 20`,
};
