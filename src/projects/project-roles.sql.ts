/**
 * The copy of project roles that `members.project_roles` keeps, distinct and in a fixed order. `rows` selects
 * `project_id` and `role`.
 */
export const projectRolesOf = (rows: string): string => `
  COALESCE((
    SELECT jsonb_agg(jsonb_build_object('project', r.project_id, 'role', r.role) ORDER BY r.project_id, r.role)
    FROM (SELECT DISTINCT project_id, role FROM (${rows}) AS every) AS r
  ), '[]')`;
