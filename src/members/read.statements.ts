import type { Statement } from '../database/statement.js';

/** Columns of a `Member`, of `members m`. */
export const MEMBER_COLUMNS = `
  m.organization_id AS "organizationId", m.id, m.user_id AS "userId", m.name, m.user_name AS "userName", m.email,
  m.active, m.role, m.manual_role IS NOT NULL AS "roleByHand", m.recovery, m.connection_id AS "connectionId", m.last_sign_in_at AS "lastSignInAt",
  m.created_at AS "createdAt", m.modified_at AS "modifiedAt", (
    SELECT json_build_object('id', g.id, 'name', g.display_name) FROM scim_groups g
    WHERE g.organization_id = m.organization_id AND g.id = m.role_group_id
  ) AS "roleGroup"`;

/** $1 organization, $2 member. */
export const FIND_MEMBER: Statement = {
  name: 'member-find',
  text: `SELECT ${MEMBER_COLUMNS} FROM members m WHERE m.organization_id = $1 AND m.id = $2 AND m.removed_at IS NULL`,
};

/** Like `FIND_MEMBER`, and no other transaction changes the member until this one ends. */
export const LOCK_MEMBER: Statement = {
  name: 'member-lock',
  text: `${FIND_MEMBER.text} FOR NO KEY UPDATE`,
};

/** Whoever is about to take an administrator away holds this, so that two cannot take each other. $1 organization. */
export const LOCK_ADMINISTRATORS: Statement = {
  name: 'member-lock-administrators',
  text: 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE',
};

/** $1 organization, $2 the member left out. */
export const FIND_OTHER_ADMINISTRATOR: Statement = {
  name: 'member-find-other-administrator',
  text: `
    SELECT FROM members
    WHERE organization_id = $1 AND id <> $2 AND role = 'administrator' AND active AND removed_at IS NULL
    ORDER BY id LIMIT 1`,
};

/** $1 organization. */
export const FIND_ADMINISTRATOR: Statement = {
  name: 'member-find-administrator',
  text: `
    SELECT FROM members
    WHERE organization_id = $1 AND role = 'administrator' AND active AND removed_at IS NULL
    ORDER BY id LIMIT 1`,
};

/** $1 organization. */
export const COUNT_MEMBERS: Statement = {
  name: 'member-counts',
  text: `
    SELECT o.seats, COALESCE(sum(c.listed), 0)::int AS listed, COALESCE(sum(c.seated), 0)::int AS active
    FROM organizations o LEFT JOIN member_counts c ON c.organization_id = o.id
    WHERE o.id = $1 GROUP BY o.id`,
};
