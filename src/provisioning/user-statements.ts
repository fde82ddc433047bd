import { userGroupsSql } from '@ruleforge/scim';
import type { Statement } from '../database/statement.js';
import { LISTED_COLUMNS, USER_COLUMNS, userSql } from './user-row.js';

/** Whom the directory of an organization sees; $1 is the organization. */
export const VISIBLE = 'm.organization_id = $1 AND m.removed_at IS NULL AND NOT m.recovery';

/** How many they are, without counting them. */
export const LISTED = '(SELECT COALESCE(sum(c.listed), 0)::int FROM member_counts c WHERE c.organization_id = $1)';

/** No other transaction changes the row until this one ends. $1 organization, $2 connection, $3 id. */
export const LOCK_USER: Statement = {
  name: 'user-lock',
  text: `SELECT ${USER_COLUMNS} FROM members m WHERE ${VISIBLE} AND m.id = $3 FOR NO KEY UPDATE`,
};

/** $1 organization. */
export const COUNT_USERS: Statement = { name: 'user-count', text: `SELECT ${LISTED} AS total` };

/** $1 organization, $2 connection, $3 the id before the page, $4 rows. */
export const LIST_USERS_AFTER: Statement = {
  name: 'user-list-after',
  text: `
    SELECT ${LISTED_COLUMNS}, ${LISTED} AS total FROM members m
    WHERE ${VISIBLE} AND m.id > $3 ORDER BY m.id LIMIT $4`,
};

/** $1 organization, $2 connection, $3 rows before the page, $4 rows. Walks the index, then fetches the page's rows. */
export const LIST_USERS_AT: Statement = {
  name: 'user-list-at',
  text: `
    SELECT ${LISTED_COLUMNS}, ${LISTED} AS total
    FROM (SELECT m.id FROM members m WHERE ${VISIBLE} ORDER BY m.id OFFSET $3 LIMIT $4) AS page
    JOIN members m ON m.organization_id = $1 AND m.id = page.id
    ORDER BY m.id`,
};

/** The groups of each User of a page, of those who have some. $1 organization, $2 connection, $3 ids. */
export const GROUPS_OF_USERS: Statement = {
  name: 'user-groups',
  text: `
    SELECT m.id, ${userGroupsSql({ ...userSql('$2'), organizationId: '$1' })} AS groups
    FROM unnest($3::uuid[]) AS m (id)`,
};
