import type { Statement } from '../database/statement.js';

/** Shard 0 always exists: it is the row whose lock decides who gets the last seat. */
export const OPEN_COUNTS: Statement = {
  name: 'organization-open-counts',
  text: 'INSERT INTO member_counts (organization_id, shard) VALUES ($1, 0)',
};
