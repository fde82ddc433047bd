import type { Statement } from '../database/statement.js';

/** Connections that manage no more than so many are counted one by one. */
const FEW = 1_000;

/** Asked once, before anything else is read. */
const IS_LARGE = `(SELECT listed FROM counted) > ${FEW}`;

const LIVE = 'm.organization_id = $1 AND m.removed_at IS NULL AND NOT m.recovery';

/**
 * How many members a connection manages: of a large one, all that the organization has less those whom it does not manage,
 * which are few where one directory is the source of truth. Sub-selects are fenced: a large
 * organization must not make the planner read whole tables for a small one.
 *
 * $1 organization, $2 connection.
 */
export const COUNT_MANAGED: Statement = {
  name: 'member-count-managed',
  text: `
    WITH own AS MATERIALIZED (
      SELECT m.active FROM members m WHERE ${LIVE} AND m.connection_id = $2 LIMIT ${FEW + 1}
    ), counted AS (
      SELECT count(*) AS listed, count(*) FILTER (WHERE active) AS active FROM own
    ), others AS (
      SELECT count(*) AS listed, count(*) FILTER (WHERE o.active) AS active FROM (
        SELECT m.active FROM members m WHERE ${IS_LARGE} AND ${LIVE} AND m.connection_id IS NULL
        UNION ALL
        SELECT m.active FROM scim_connections k CROSS JOIN LATERAL (
          SELECT m.active FROM members m WHERE ${LIVE} AND m.connection_id = k.id OFFSET 0
        ) AS m
        WHERE ${IS_LARGE} AND k.organization_id = $1 AND k.id <> $2
      ) AS o
    ), everybody AS (
      SELECT COALESCE(sum(listed), 0) AS listed, COALESCE(sum(seated), 0) AS active FROM member_counts
      WHERE organization_id = $1
    ), managed AS (
      SELECT CASE WHEN c.listed > ${FEW} THEN e.listed - o.listed ELSE c.listed END AS listed,
        CASE WHEN c.listed > ${FEW} THEN e.active - o.active ELSE c.active END AS active
      FROM counted c, others o, everybody e
    )
    SELECT active::int AS active, (listed - active)::int AS deactivated FROM managed`,
};
