import type { Statement } from '../../database/statement.js';
import { DELIVERY_COLUMNS } from '../event-types.js';
import { RECEIVER_COLUMNS } from './event-receiver.js';

/** Lets nobody else add a receiver until the transaction ends. $1 organization. */
export const HOLD_RECEIVERS: Statement = {
  name: 'event-receivers-hold',
  text: 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE',
};

/** Nothing when there are as many as there may be. $1 organization, $2 the most, then the columns in their order. */
export const INSERT_RECEIVER: Statement = {
  name: 'event-receiver-insert',
  text: `
    INSERT INTO event_receivers AS r
      (organization_id, id, kind, name, types, url, secret, audience, digest, token_prefix)
    SELECT $1, $3, $4, $5, $6, $7, $8, $9, $10, $11
    WHERE (SELECT count(*) FROM event_receivers WHERE organization_id = $1) < $2
    RETURNING ${RECEIVER_COLUMNS}`,
};

/** $1 organization. */
export const LIST_RECEIVERS: Statement = {
  name: 'event-receivers-list',
  text: `SELECT ${RECEIVER_COLUMNS} FROM event_receivers r WHERE r.organization_id = $1 ORDER BY r.created_at, r.id`,
};

/** $1 organization, $2 receiver. */
export const HAS_RECEIVER: Statement = {
  name: 'event-receiver-exists',
  text: 'SELECT FROM event_receivers WHERE organization_id = $1 AND id = $2',
};

/** $1 organization, $2 id. */
export const LOCK_RECEIVER: Statement = {
  name: 'event-receiver-lock',
  text: `
    SELECT ${RECEIVER_COLUMNS} FROM event_receivers r WHERE r.organization_id = $1 AND r.id = $2 FOR NO KEY UPDATE`,
};

/** Whoever is active again is tried at once. $1 organization, $2 id, $3 name, $4 state, $5 types, $6 url, $7 audience. */
export const UPDATE_RECEIVER: Statement = {
  name: 'event-receiver-update',
  text: `
    UPDATE event_receivers r SET name = $3, state = $4, types = $5, url = $6, audience = $7,
      failing_since = CASE WHEN $4 = 'active' THEN NULL ELSE failing_since END,
      failures = CASE WHEN $4 = 'active' THEN 0 ELSE failures END,
      retry_at = CASE WHEN $4 = 'active' THEN NULL ELSE retry_at END
    WHERE organization_id = $1 AND id = $2
    RETURNING ${RECEIVER_COLUMNS}`,
};

/** $1 organization, $2 id, $3 hours for which the one before is good still, $4 secret, $5 digest, $6 token's prefix. */
export const ROTATE_SECRET: Statement = {
  name: 'event-receiver-rotate-secret',
  text: `
    UPDATE event_receivers SET previous_secret = secret, previous_digest = digest,
      previous_until = now() + make_interval(hours => $3), secret = $4, digest = $5, token_prefix = $6
    WHERE organization_id = $1 AND id = $2`,
};

/** What it was to be told goes later, see `PRUNE_ORPHANS`. $1 organization, $2 id. */
export const REMOVE_RECEIVER: Statement = {
  name: 'event-receiver-remove',
  text: 'DELETE FROM event_receivers WHERE organization_id = $1 AND id = $2',
};

/** The newest first, in that state. $1 organization, $2 receiver, $3 most, $4 id of the last one seen or null. */
const listDeliveries = (state: string, condition: string): Statement => ({
  name: `event-deliveries-list-${state}`,
  text: `
    SELECT ${DELIVERY_COLUMNS}, d.state, d.attempts, d.last_status AS "lastStatus", d.last_error AS "lastError",
      CASE WHEN d.state = 'pending' THEN d.due_at END AS "dueAt", d.settled_at AS "settledAt"
    FROM event_deliveries d
    WHERE d.organization_id = $1 AND d.receiver_id = $2 AND ${condition} AND ($4::uuid IS NULL OR d.id < $4::uuid)
    ORDER BY d.id DESC LIMIT $3`,
});

/** By state, and in whatever state. */
export const LIST_DELIVERIES: Readonly<Record<'pending' | 'delivered' | 'dead' | 'any', Statement>> = {
  pending: listDeliveries('pending', `d.state = 'pending'`),
  delivered: listDeliveries('delivered', `d.state = 'delivered'`),
  dead: listDeliveries('dead', `d.state = 'dead'`),
  any: listDeliveries('any', 'TRUE'),
};

/** $1 organization, $2 receiver. */
export const RETRY_DEAD: Statement = {
  name: 'event-deliveries-retry-dead',
  text: `
    UPDATE event_deliveries SET state = 'pending', attempts = 0, due_at = now(), settled_at = NULL
    WHERE organization_id = $1 AND receiver_id = $2 AND state = 'dead'
    RETURNING 1`,
};
