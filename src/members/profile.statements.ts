import type { Statement } from '../database/statement.js';

/** Holds a member whose profile is to be changed by hand. $1 organization, $2 member. */
export const LOCK_MEMBER_PROFILE: Statement = {
  name: 'member-lock-profile',
  text: `
    SELECT m.name, m.user_name AS "userName", m.connection_id AS "connectionId", m.profile, m.search FROM members m
    WHERE m.organization_id = $1 AND m.id = $2 AND m.removed_at IS NULL FOR NO KEY UPDATE`,
};

/** $1 organization, $2 member, $3 name, $4 its key, $5 profile, $6 search document, $7 terms. */
export const RENAME_MEMBER: Statement = {
  name: 'member-rename',
  text: `
    WITH changed AS (
      UPDATE members SET name = $3, name_key = $4, profile = $5::json, search = $6::jsonb, revision = revision + 1,
        modified_at = now()
      WHERE organization_id = $1 AND id = $2
      RETURNING id
    ), dropped AS (
      DELETE FROM member_terms t USING changed c
      WHERE t.organization_id = $1 AND t.member_id = c.id AND t.term <> ALL($7::text[])
    )
    INSERT INTO member_terms (organization_id, term, member_id)
    SELECT $1, term, c.id FROM changed c, unnest($7::text[]) AS term
    ON CONFLICT DO NOTHING`,
};

/**
 * What hangs on a member: what the directory said, groups and roles, and what would end with the access.
 * $1 organization, $2 member.
 */
export const READ_MEMBER_DETAILS: Statement = {
  name: 'member-read-details',
  text: `
    SELECT m.profile, m.external_id AS "externalId", (
        SELECT COALESCE(json_agg(json_build_object('id', g.id, 'name', g.display_name) ORDER BY g.display_name_key), '[]')
        FROM (
          SELECT x.group_id FROM scim_group_members x
          WHERE x.organization_id = $1 AND x.user_id = $2 ORDER BY x.group_id LIMIT 200
        ) AS x JOIN scim_groups g ON g.organization_id = $1 AND g.id = x.group_id
      ) AS groups, (
        SELECT COALESCE(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', x.role, 'byGroup', x.by_group)
          ORDER BY p.name_key, p.id, x.by_group, x.role), '[]')
        FROM project_members x JOIN projects p ON p.organization_id = $1 AND p.id = x.project_id
        WHERE x.organization_id = $1 AND x.member_id = $2
      ) AS projects, (
        SELECT count(*)::int FROM sessions s
        WHERE s.organization_id = $1 AND s.member_id = $2 AND s.access_epoch = m.access_epoch AND s.expires_at > now()
      ) AS sessions, (
        SELECT count(*)::int FROM api_keys k
        WHERE k.organization_id = $1 AND k.member_id = $2 AND k.revoked_at IS NULL AND k.access_epoch = m.access_epoch
          AND (k.expires_at IS NULL OR k.expires_at > now())
      ) AS "apiKeys"
    FROM members m WHERE m.organization_id = $1 AND m.id = $2 AND m.removed_at IS NULL`,
};
