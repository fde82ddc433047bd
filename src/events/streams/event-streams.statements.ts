import type { Statement } from '../../database/statement.js';
import { DELIVERY_COLUMNS } from '../event-types.js';

/** $1 id. */
export const FIND_STREAM: Statement = {
  name: 'event-stream-find',
  text: `
    SELECT organization_id AS "organizationId", id, audience, digest,
      CASE WHEN previous_until > now() THEN previous_digest END AS "previousDigest",
      last_success_at IS NULL OR last_success_at < now() - interval '1 minute' AS stale
    FROM event_receivers WHERE id = $1 AND kind = 'stream'`,
};

/** $1 organization, $2 id. */
export const TOUCH_STREAM: Statement = {
  name: 'event-stream-touch',
  text: 'UPDATE event_receivers SET last_success_at = now() WHERE organization_id = $1 AND id = $2',
};

/** What a stream has not been acknowledged, the oldest first. $1 organization, $2 stream, $3 the most. */
export const LIST_PENDING: Statement = {
  name: 'event-stream-pending',
  text: `
    SELECT ${DELIVERY_COLUMNS} FROM event_receivers r CROSS JOIN LATERAL (
      SELECT * FROM event_deliveries
      WHERE organization_id = r.organization_id AND receiver_id = r.id AND state = 'pending'
      ORDER BY due_at, id LIMIT $3
    ) AS d
    WHERE r.organization_id = $1 AND r.id = $2 AND r.state = 'active'
    ORDER BY d.due_at, d.id`,
};

/** Whoever of these streams has something to be told. $1 organizations and $2 streams, in the same order. */
export const FIND_AWAKE: Statement = {
  name: 'event-streams-awake',
  text: `
    SELECT r.id FROM unnest($1::uuid[], $2::uuid[]) AS w (organization_id, id)
    JOIN event_receivers r ON r.organization_id = w.organization_id AND r.id = w.id AND r.state = 'active'
    WHERE EXISTS (
      SELECT FROM event_deliveries d
      WHERE d.organization_id = w.organization_id AND d.receiver_id = w.id AND d.state = 'pending'
    )`,
};

/** $1 organization, $2 stream, then an element an event: $3 ids, $4 what was wrong with it, or null. */
export const ACKNOWLEDGE: Statement = {
  name: 'event-stream-acknowledge',
  text: `
    UPDATE event_deliveries d SET state = CASE WHEN a.error IS NULL THEN 'delivered' ELSE 'dead' END,
      attempts = d.attempts + 1, last_error = a.error, settled_at = now()
    FROM unnest($3::uuid[], $4::text[]) AS a (id, error)
    WHERE d.organization_id = $1 AND d.receiver_id = $2 AND d.id = a.id AND d.state = 'pending'
    RETURNING d.state`,
};
