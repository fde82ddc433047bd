/**
 * The shard of `member_counts` that a writer adds to, `o` being the organization. Without a seat limit writers spread
 * over sixteen; with one all of them queue at shard 0, whose lock makes the check of the last seat exact.
 */
export const SHARD = 'CASE WHEN o.seats IS NULL THEN pg_backend_pid() % 16 ELSE 0 END';

/** Adds the proposed row to `c`, the row of its shard. */
export const ADD_COUNTS = `
  ON CONFLICT (organization_id, shard) DO UPDATE
  SET listed = c.listed + excluded.listed, seated = c.seated + excluded.seated`;

/** Condition of `ADD_COUNTS`: the proposed row takes no seat, or so many are free. `organization` is the SQL of its id. */
export const seatsAreFree = (organization: string) => `
  excluded.seated <= 0 OR (
    SELECT o.seats IS NULL OR o.seats >= c.seated + excluded.seated + (
      SELECT COALESCE(sum(r.seated), 0) FROM member_counts r WHERE r.organization_id = ${organization} AND r.shard <> 0
    ) FROM organizations o WHERE o.id = ${organization}
  )`;
