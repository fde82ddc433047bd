import type { DataSource } from 'typeorm';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';

/** Live tokens and client secrets of all connections, in numbers, as whoever operates them watches them. */
export interface TokenOutlook {
  /** Those that expire within so many days while no successor is there. */
  readonly expiringWithin: Readonly<Record<1 | 7 | 30, number>>;
  /** Those that were replaced, work on, and were used since: their directories stand still when the overlap ends. */
  readonly usedAfterRotation: number;
}

const COUNT: PreparedStatement = {
  name: 'scim-token-outlook',
  text: `
  SELECT
    count(*) FILTER (WHERE replaced_at IS NULL AND expires_at <= now() + interval '1 day')::int AS day,
    count(*) FILTER (WHERE replaced_at IS NULL AND expires_at <= now() + interval '7 days')::int AS week,
    count(*) FILTER (WHERE replaced_at IS NULL)::int AS month,
    count(*) FILTER (WHERE last_used_at > replaced_at)::int AS "usedAfterRotation"
  FROM (
    SELECT connection_id, expires_at, replaced_at, last_used_at
    FROM scim_tokens WHERE revoked_at IS NULL AND oauth_client_id IS NULL
    UNION ALL
    SELECT o.connection_id, k.expires_at, k.replaced_at, k.last_used_at
    FROM scim_oauth_credentials k
    JOIN scim_oauth_clients o ON o.organization_id = k.organization_id AND o.id = k.client_id AND o.revoked_at IS NULL
  ) t
  WHERE expires_at > now() AND expires_at <= now() + interval '30 days'
    AND EXISTS (SELECT FROM scim_connections c WHERE c.id = t.connection_id AND c.state <> 'removed')`,
};

/** Reads no more than what expires within 30 days: an overlap lasts a week at most. */
export async function readTokenOutlook(dataSource: DataSource): Promise<TokenOutlook> {
  const [counts] = await runPrepared<Counts>(dataSource, COUNT, []);
  const { day = 0, week = 0, month = 0, usedAfterRotation = 0 } = counts ?? {};
  return { expiringWithin: { 1: day, 7: week, 30: month }, usedAfterRotation };
}

interface Counts {
  readonly day: number;
  readonly week: number;
  readonly month: number;
  readonly usedAfterRotation: number;
}
