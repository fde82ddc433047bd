import type { EntityManager } from 'typeorm';
import { type PreparedStatement, runStatement } from '../sql/prepared.js';

/** A request of a directory, as the request log has it. */
export interface RecentRequest {
  readonly at: Date;
  readonly method: string;
  readonly operation: string;
  readonly status: number;
  /** Why it was refused, in a sentence. */
  readonly detail: string | null;
  /** The directory's name for itself. */
  readonly client: string | null;
}

/** $1 organization, $2 connection, $3 rows. */
const LIST_RECENT: PreparedStatement = {
  name: 'scim-activity-list-recent',
  text: `
    SELECT at, method, operation, status, detail, client FROM scim_activity
    WHERE organization_id = $1 AND connection_id = $2 ORDER BY id DESC LIMIT $3`,
};

/** The last few requests that came to a connection's address, newest first; also those with a token that is none of its. */
export const listRecentRequests = (
  tx: EntityManager,
  { organizationId, connectionId }: { readonly organizationId: string; readonly connectionId: string },
  limit: number,
): Promise<RecentRequest[]> => runStatement<RecentRequest>(tx, LIST_RECENT, [organizationId, connectionId, limit]);
