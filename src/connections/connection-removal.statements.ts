import type { Statement } from '../database/statement.js';

/**
 * Waits for all whose members are being created by the connection; who comes later waits, and finds it removed.
 * $1 connection.
 */
export const HOLD_ARRIVALS: Statement = {
  name: 'connection-hold-arrivals',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('role rules ' || $1, 0))`,
};

/** What groups meant. $1 organization, $2 connection. */
export const DROP_RULES: Statement = {
  name: 'connection-drop-rules',
  text: `
    WITH defaults AS (DELETE FROM role_defaults WHERE organization_id = $1 AND connection_id = $2)
    DELETE FROM role_mappings WHERE organization_id = $1 AND connection_id = $2`,
};

/** Removed connections that keep people. $1 organization. */
export const LIST_KEEPING: Statement = {
  name: 'connection-list-keeping',
  text: `
    SELECT c.id, c.name FROM scim_connections c
    WHERE c.organization_id = $1 AND c.state = 'removed' AND EXISTS (
      SELECT FROM members m
      WHERE m.organization_id = $1 AND m.connection_id = c.id AND m.removed_at IS NULL AND NOT m.recovery
    )
    ORDER BY c.created_at LIMIT 50`,
};

/** Holds a connection that was removed. $1 organization, $2 connection. */
export const LOCK_REMOVED: Statement = {
  name: 'connection-lock-removed',
  text: `
    SELECT id FROM scim_connections WHERE organization_id = $1 AND id = $2 AND state = 'removed' FOR NO KEY UPDATE`,
};
