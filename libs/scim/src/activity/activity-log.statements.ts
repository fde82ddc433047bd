import type { PreparedStatement } from '../sql/prepared.js';

/** How long the body of a refused write is kept. */
const KEPT_DAYS = 30;

/**
 * Writes entries, adds them to the counts of their hour, and keeps what is kept of refused writes. Entries that are there
 * already are passed over, in the counts too. Unknown connection ids, which anyone can put in a path, find no row to
 * join and leave no trace. $1 JSON: entries with ids.
 */
export const INSERT_ENTRIES: PreparedStatement = {
  name: 'scim-activity-insert',
  text: `
  WITH sent AS MATERIALIZED (
    SELECT c.organization_id, e.*
    FROM json_to_recordset($1::json) AS e (id uuid, "connectionId" text, "tokenId" text,
      "oauthClientId" text, at timestamptz, "requestId" text, method text, operation text, kind text, "resourceId" text, status smallint, "scimType" text,
      detail text, changed text[], leniencies text[], "durationMs" real, "clientAddress" text, client text,
      "retryOf" uuid, kept text)
    JOIN scim_connections c ON c.id = e."connectionId"
  ), stored AS (
    INSERT INTO scim_activity (organization_id, id, connection_id, token_id, oauth_client_id, at, request_id, method,
      operation, kind, resource_id, status, scim_type, detail, changed, leniencies, duration_ms, client_address, client, retry_of)
    SELECT organization_id, id, "connectionId", "tokenId", "oauthClientId", at, "requestId", method, operation, kind, "resourceId", status,
      "scimType", detail, changed, leniencies, "durationMs", "clientAddress", client, "retryOf"
    FROM sent
    ON CONFLICT DO NOTHING
    RETURNING organization_id, connection_id, id, at, kind, status, changed
  ), counted AS (
    INSERT INTO scim_activity_hours AS h (organization_id, connection_id, hour, requests, refused, failed, created,
      updated, deactivated)
    SELECT organization_id, connection_id, date_trunc('hour', at, 'UTC') AS hour, count(*),
      count(*) FILTER (WHERE status BETWEEN 400 AND 499), count(*) FILTER (WHERE status >= 500),
      count(*) FILTER (WHERE kind = 'create' AND status < 300),
      count(*) FILTER (WHERE kind = 'update' AND status < 300 AND cardinality(changed) > 0),
      count(*) FILTER (WHERE kind IN ('deactivate', 'delete') AND status < 300 AND 'active' = ANY(changed))
    FROM stored GROUP BY organization_id, connection_id, date_trunc('hour', at, 'UTC')
    ORDER BY organization_id, connection_id, hour
    ON CONFLICT (organization_id, connection_id, hour) DO UPDATE
    SET requests = h.requests + excluded.requests, refused = h.refused + excluded.refused,
      failed = h.failed + excluded.failed, created = h.created + excluded.created,
      updated = h.updated + excluded.updated, deactivated = h.deactivated + excluded.deactivated
  )
  INSERT INTO scim_kept_requests (organization_id, activity_id, expires_at, body)
  SELECT sent.organization_id, sent.id, sent.at + interval '${KEPT_DAYS} days', sent.kept::json
  FROM sent JOIN stored USING (organization_id, id) WHERE sent.kept IS NOT NULL`,
};

/** Says of tokens when they were last used, at most once a minute. $1 JSON: one entry of each token. */
export const TOUCH_TOKENS: PreparedStatement = {
  name: 'scim-token-touch',
  text: `
  UPDATE scim_tokens t SET last_used_at = u.at, last_used_address = u."clientAddress", last_used_client = u.client
  FROM json_to_recordset($1::json) AS u ("tokenId" text, at timestamptz, "clientAddress" text, client text)
  WHERE t.id = u."tokenId" AND (t.last_used_at IS NULL OR t.last_used_at < u.at - interval '1 minute'
    OR t.last_used_at < t.replaced_at AND u.at > t.replaced_at)`,
};

/** Access tokens come and go; that their client is alive is kept beside it. $1 JSON: one entry of each client. */
export const TOUCH_CLIENTS: PreparedStatement = {
  name: 'scim-oauth-client-touch',
  text: `
  UPDATE scim_oauth_clients o SET last_used_at = u.at, last_used_address = u."clientAddress", last_used_client = u.client
  FROM json_to_recordset($1::json) AS u ("oauthClientId" text, at timestamptz, "clientAddress" text, client text)
  WHERE o.id = u."oauthClientId" AND (o.last_used_at IS NULL OR o.last_used_at < u.at - interval '1 minute')`,
};

/** Drops what has been kept long enough, so many at a time. $1 how many. */
export const DROP_EXPIRED: PreparedStatement = {
  name: 'scim-kept-requests-drop',
  text: `
  DELETE FROM scim_kept_requests k USING (
    SELECT organization_id, activity_id FROM scim_kept_requests WHERE expires_at < now()
    ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
  ) AS old
  WHERE k.organization_id = old.organization_id AND k.activity_id = old.activity_id`,
};
