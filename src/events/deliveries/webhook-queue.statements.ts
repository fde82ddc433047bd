import type { Statement } from '../../database/statement.js';
import { DELIVERY_COLUMNS } from '../event-types.js';

/** What is sent to one receiver at once; written into the statement, so that its plan is one for few. */
const MOST_OF_EACH = 8;

/** Whoever has something to be told, found by one look at the index each (in whose order it asks), however much there is. */
const BACKLOG = `
  backlog AS (
    (
      SELECT organization_id, receiver_id FROM event_deliveries WHERE state = 'pending'
      ORDER BY organization_id, receiver_id, due_at, id LIMIT 1
    )
    UNION ALL
    SELECT n.organization_id, n.receiver_id FROM backlog b CROSS JOIN LATERAL (
      SELECT organization_id, receiver_id FROM event_deliveries
      WHERE state = 'pending' AND (organization_id, receiver_id) > (b.organization_id, b.receiver_id)
      ORDER BY organization_id, receiver_id, due_at, id LIMIT 1
    ) AS n
  )`;

/**
 * Takes webhooks that are due, a few of each receiver, whoever is first by lot. Nobody else takes them until the lease
 * ends: if whoever did dies meanwhile, somebody does then. Being locked they stay in their place, so each is written there.
 * $1 receivers to leave out, $2 the most receivers, $3 the lease in seconds.
 */
export const CLAIM_WEBHOOKS: Statement = {
  name: 'event-webhooks-claim',
  text: `
    WITH RECURSIVE ${BACKLOG}, turn AS MATERIALIZED (
      SELECT r.organization_id, r.id, r.url, array_remove(ARRAY[r.secret,
        CASE WHEN r.previous_until > now() THEN r.previous_secret END], NULL) AS secrets
      FROM backlog b JOIN event_receivers r ON r.organization_id = b.organization_id AND r.id = b.receiver_id
      WHERE r.kind = 'webhook' AND r.state = 'active' AND r.id <> ALL ($1::uuid[])
        AND (r.retry_at IS NULL OR r.retry_at <= now()) AND EXISTS (
          SELECT FROM event_deliveries d
          WHERE d.organization_id = r.organization_id AND d.receiver_id = r.id AND d.state = 'pending'
            AND d.due_at <= now()
        )
      ORDER BY random() LIMIT $2
    ), taken AS MATERIALIZED (
      SELECT d.place, t.id AS receiver_id, t.url, t.secrets FROM turn t CROSS JOIN LATERAL (
        SELECT ctid AS place FROM event_deliveries
        WHERE organization_id = t.organization_id AND receiver_id = t.id AND state = 'pending' AND due_at <= now()
        ORDER BY due_at, id LIMIT ${MOST_OF_EACH} FOR UPDATE SKIP LOCKED
      ) AS d
    )
    UPDATE event_deliveries d SET due_at = now() + make_interval(secs => $3), attempts = d.attempts + 1
    FROM taken t WHERE d.ctid = t.place
    RETURNING ${DELIVERY_COLUMNS}, d.attempts, t.receiver_id AS "receiverId", t.url, t.secrets`,
};

/**
 * Writes what came of attempts, unless somebody else made another one since, and how the receiver fares.
 * $1 organization, $2 receiver, $3 JSON: an array of `Outcome`, $4 whether one of them was delivered, $5 seconds that a
 * receiver is left alone after its first failure, $6 days after which one that fails is hopeless.
 */
export const SETTLE_WEBHOOKS: Statement = {
  name: 'event-webhooks-settle',
  text: `
    WITH outcome AS MATERIALIZED (
      SELECT * FROM json_to_recordset($3::json)
        AS o (id uuid, attempts int, state text, status smallint, failure text, delay double precision)
    ), settled AS (
      UPDATE event_deliveries d SET state = o.state, last_status = o.status, last_error = o.failure,
        due_at = now() + make_interval(secs => o.delay), settled_at = CASE WHEN o.state <> 'pending' THEN now() END
      FROM outcome o
      WHERE d.organization_id = $1 AND d.id = o.id AND d.attempts = o.attempts AND d.state = 'pending'
    )
    UPDATE event_receivers SET
      failing_since = CASE WHEN $4 THEN NULL ELSE COALESCE(failing_since, now()) END,
      failures = CASE WHEN $4 THEN 0 ELSE failures + 1 END,
      retry_at = CASE WHEN $4 THEN NULL
        ELSE now() + make_interval(secs => LEAST(300, $5::double precision * 2 ^ LEAST(failures, 10))) END,
      last_success_at = CASE WHEN $4 THEN now() ELSE last_success_at END
    WHERE organization_id = $1 AND id = $2
    RETURNING state = 'active' AND failures >= 10 AND failing_since < now() - make_interval(days => $6) AS "isHopeless"`,
};

/** What came of one attempt. */
export interface Outcome {
  readonly id: string;
  /** Which attempt it was. */
  readonly attempts: number;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly status: number | null;
  readonly failure: string | null;
  /** Seconds until the next attempt. */
  readonly delay: number;
}

/** Forgets what is old, a portion at a time. $1 days, $2 the most. */
export const PRUNE_OLD: Statement = {
  name: 'event-deliveries-prune-old',
  text: `
    DELETE FROM event_deliveries WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM event_deliveries WHERE occurred_at < now() - make_interval(days => $1) LIMIT $2
    )) RETURNING 1`,
};

/** Forgets what nobody is there for any more. $1 the most. */
export const PRUNE_ORPHANS: Statement = {
  name: 'event-deliveries-prune-orphans',
  text: `
    WITH RECURSIVE ${BACKLOG}
    DELETE FROM event_deliveries WHERE ctid = ANY (ARRAY(
      SELECT d.ctid FROM backlog b JOIN event_deliveries d
        ON d.organization_id = b.organization_id AND d.receiver_id = b.receiver_id AND d.state = 'pending'
      WHERE NOT EXISTS (
        SELECT FROM event_receivers r WHERE r.organization_id = b.organization_id AND r.id = b.receiver_id
      )
      LIMIT $1
    )) RETURNING 1`,
};
