import type { PreparedStatement } from '../sql/prepared.js';
import { GROUP_COLUMNS, MEMBERS_JSON, READ_ALONG } from './group-row.js';
import { MEMBER_ROWS } from './member-rows.js';

/** The groups that a connection has; $1 organization, $2 connection. */
export const OF_CONNECTION = 'g.organization_id = $1 AND g.connection_id = $2';

/** With the members unless they are many. $1 organization, $2 connection, $3 id. */
export const FIND_GROUP_WITH_MEMBERS: PreparedStatement = {
  name: 'scim-group-find-with-members',
  text: `
    SELECT ${GROUP_COLUMNS}, CASE WHEN g.member_count <= ${READ_ALONG.group} THEN ${MEMBERS_JSON} END AS members
    FROM scim_groups g WHERE ${OF_CONNECTION} AND g.id = $3`,
};

/** No other transaction changes the group or who is in it until this one ends. $1 organization, $2 connection, $3 id. */
export const LOCK_GROUP: PreparedStatement = {
  name: 'scim-group-lock',
  text: `SELECT ${GROUP_COLUMNS} FROM scim_groups g WHERE ${OF_CONNECTION} AND g.id = $3 FOR NO KEY UPDATE`,
};

/** Some groups, in the one order in which all take them. $1 organization, $2 connection, $3 ids. */
export const LOCK_GROUPS: PreparedStatement = {
  name: 'scim-group-lock-some',
  text: `SELECT FROM scim_groups g WHERE ${OF_CONNECTION} AND g.id = ANY($3::uuid[]) ORDER BY g.id FOR NO KEY UPDATE`,
};

/** $1 organization, $2 connection, $3 group, $4 the User after whom the chunk begins, $5 rows. */
export const LIST_MEMBERS: PreparedStatement = {
  name: 'scim-group-members',
  text: `
    SELECT x.user_id AS value, u.display FROM ${MEMBER_ROWS}
    WHERE x.organization_id = $1 AND x.group_id = $3 AND x.user_id > $4
      AND EXISTS (SELECT FROM scim_groups g WHERE ${OF_CONNECTION} AND g.id = $3)
    ORDER BY x.user_id LIMIT $5`,
};

/** Everybody's id as one value, whether or not a User has it. $1 organization, $2 group. */
export const LIST_MEMBER_IDS: PreparedStatement = {
  name: 'scim-group-member-ids',
  text: `
    SELECT COALESCE(json_agg(x.user_id), '[]') AS ids FROM scim_group_members x
    WHERE x.organization_id = $1 AND x.group_id = $2`,
};
