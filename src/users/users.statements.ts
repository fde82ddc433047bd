import type { Statement } from '../database/statement.js';

/** $1 user id. */
export const HAS_MEMBERSHIP: Statement = {
  name: 'user-has-membership',
  text: 'SELECT FROM members WHERE user_id = $1 AND removed_at IS NULL LIMIT 1',
};

/** Active memberships that the account's password opens. $1 user id. */
export const MEMBERSHIPS: Statement = {
  name: 'user-memberships',
  text: `
    SELECT m.organization_id AS "organizationId", o.name AS "organizationName", m.id AS "memberId",
      m.name AS "memberName"
    FROM members m JOIN organizations o ON o.id = m.organization_id
    WHERE m.user_id = $1 AND m.active AND m.removed_at IS NULL AND m.connection_id IS NULL
      AND m.opens_by_password
    ORDER BY o.name COLLATE "C", o.id`,
};
