import type { Statement } from '../database/statement.js';

/** Whom a connection brought, and which groups. $1 organization, $2 connection. */
export const FIND_ARRIVALS: Statement = {
  name: 'connection-find-arrivals',
  text: `
    SELECT (
      SELECT m.name FROM members m
      WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL ORDER BY m.id LIMIT 1
    ) AS "firstPerson", (
      SELECT count(*)::int FROM (
        SELECT FROM members m
        WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL LIMIT 1001
      ) AS counted
    ) AS people, (
      SELECT g.display_name FROM scim_groups g
      WHERE g.organization_id = $1 AND g.connection_id = $2 ORDER BY g.id LIMIT 1
    ) AS "firstGroup", (
      SELECT count(*)::int FROM (
        SELECT FROM scim_groups g WHERE g.organization_id = $1 AND g.connection_id = $2 LIMIT 1001
      ) AS counted
    ) AS groups`,
};
