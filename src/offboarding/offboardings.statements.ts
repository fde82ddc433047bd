import type { Statement } from '../database/statement.js';

/** $1 organization, $2 connection. */
export const CUT_TIMES: Statement = {
  name: 'offboardings-cut-times',
  text: `
    SELECT count(*)::int AS people, percentile_cont(0.5) WITHIN GROUP (ORDER BY t.ms) AS p50,
      percentile_cont(0.99) WITHIN GROUP (ORDER BY t.ms) AS p99
    FROM (
      SELECT extract(epoch FROM o.cut_at - o.asked_at)::float8 * 1000 AS ms FROM offboardings o
      WHERE o.organization_id = $1 AND o.connection_id = $2 AND o.actor_kind = 'connection'
        AND o.cut_at > now() - interval '30 days'
      ORDER BY o.id DESC LIMIT 1000
    ) AS t`,
};
