import type { Statement } from '../database/statement.js';
import { projectRolesOf } from './project-roles.sql.js';

const PROJECT_COLUMNS = 'p.organization_id AS "organizationId", p.id, p.name, p.created_at AS "createdAt"';

/** $1 organization, $2 project, $3 name, $4 its key, $5 when. */
export const INSERT_PROJECT: Statement = {
  name: 'project-insert',
  text: 'INSERT INTO projects (organization_id, id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)',
};

/** $1 organization, $2 project. */
export const FIND_PROJECT: Statement = {
  name: 'project-find',
  text: `SELECT ${PROJECT_COLUMNS} FROM projects p WHERE p.organization_id = $1 AND p.id = $2`,
};

/** Like `FIND_PROJECT`, and no other transaction changes the project until this one ends. */
export const LOCK_PROJECT: Statement = { name: 'project-lock', text: `${FIND_PROJECT.text} FOR NO KEY UPDATE` };

/** $1 organization, $2 project, $3 name, $4 its key. */
export const RENAME_PROJECT: Statement = {
  name: 'project-rename',
  text: 'UPDATE projects SET name = $3, name_key = $4 WHERE organization_id = $1 AND id = $2',
};

/** $1 organization, $2 the id before the page or null, $3 rows. */
export const LIST_PROJECTS: Statement = {
  name: 'project-list',
  text: `
    SELECT ${PROJECT_COLUMNS} FROM projects p
    WHERE p.organization_id = $1 AND p.id > COALESCE($2::uuid, '00000000-0000-0000-0000-000000000000')
    ORDER BY p.id LIMIT $3`,
};

/** $1 organization, $2 project, $3 the member before the page or null, $4 members. All rows of a member are on one page. */
export const LIST_PROJECT_MEMBERS: Statement = {
  name: 'project-list-members',
  text: `
    WITH page AS (
      SELECT DISTINCT p.member_id FROM project_members p
      JOIN members m ON m.organization_id = $1 AND m.id = p.member_id AND m.removed_at IS NULL
      WHERE p.organization_id = $1 AND p.project_id = $2
        AND p.member_id > COALESCE($3::uuid, '00000000-0000-0000-0000-000000000000')
      ORDER BY p.member_id LIMIT $4
    )
    SELECT m.id, m.name, m.active, p.role, p.by_group AS "byGroup"
    FROM page
    JOIN members m ON m.organization_id = $1 AND m.id = page.member_id
    JOIN project_members p ON p.organization_id = $1 AND p.project_id = $2 AND p.member_id = page.member_id
    ORDER BY m.id, p.by_group, p.role`,
};

/** $1 organization, $2 project, $3 member. */
export const FIND_ROLE_BY_HAND: Statement = {
  name: 'project-find-role-by-hand',
  text: `
    SELECT role FROM project_members
    WHERE organization_id = $1 AND project_id = $2 AND member_id = $3 AND NOT by_group`,
};

/**
 * Gives a locked member one role by hand in a project, in place of another one, or none; what groups give stays.
 * $1 organization, $2 project, $3 member, $4 role or null.
 */
export const SET_ROLE_BY_HAND: Statement = {
  name: 'project-set-role-by-hand',
  text: `
    WITH dropped AS (
      DELETE FROM project_members
      WHERE organization_id = $1 AND project_id = $2 AND member_id = $3 AND NOT by_group AND role IS DISTINCT FROM $4
    ), added AS (
      INSERT INTO project_members (organization_id, project_id, member_id, role, by_group)
      SELECT $1, $2, $3, $4::text, FALSE WHERE $4::text IS NOT NULL
      ON CONFLICT DO NOTHING
    ), next AS (
      SELECT ${projectRolesOf(`
        SELECT project_id, role FROM project_members
        WHERE organization_id = $1 AND member_id = $3 AND (project_id <> $2 OR by_group)
        UNION ALL SELECT $2::uuid, $4::text WHERE $4::text IS NOT NULL`)} AS project_roles
    )
    UPDATE members m SET project_roles = n.project_roles, revision = m.revision + 1, modified_at = now()
    FROM next n WHERE m.organization_id = $1 AND m.id = $3 AND m.project_roles <> n.project_roles`,
};
