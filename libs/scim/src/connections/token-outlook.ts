import type { DataSource } from 'typeorm';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';

/** Live tokens of all connections, in numbers, as whoever operates them watches them. */
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
  FROM scim_tokens t
  WHERE revoked_at IS NULL AND expires_at > now() AND expires_at <= now() + interval '30 days'
    AND EXISTS (SELECT FROM scim_connections c WHERE c.id = t.connection_id AND c.state <> 'removed')`,
};

/** Reads no more than the tokens that expire within 30 days: an overlap lasts a week at most. */
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
