import type { PreparedStatement } from '../sql/prepared.js';
import { GROUP_COLUMNS } from './group-row.js';
import { OF_CONNECTION } from './read.statements.js';
import { isStranger } from './write.statements.js';

/** An array, which the planner looks up in an index; a join with something of unknown size it may answer by a scan. */
const GROUPS_CONCERNED = 'ARRAY(SELECT c."group" FROM change c)';

/**
 * Any number of changes of memberships: each of them whole, or, where it adds a stranger, not at all. No two of them
 * concern the same User in the same group. What is written is proportional to what changes.
 *
 * Who is added is checked against what is committed at that moment. Who is removed is looked for among those that were
 * in when the statement began: where there is something to remove, the locks must have been taken by a statement before.
 *
 * $1 organization, $2 connection, $3 json: `[{"position": 0, "group": id, "add": [ids], "remove": [ids]}, …]`. Returns a
 * row for each group that exists.
 */
export const CHANGE_MEMBERSHIPS: PreparedStatement = {
  name: 'scim-group-change-memberships',
  text: `
    WITH change AS MATERIALIZED (
      SELECT c.* FROM json_to_recordset($3::json) AS c (position int, "group" uuid, add uuid[], remove uuid[])
    ), target AS MATERIALIZED (
      SELECT ${GROUP_COLUMNS} FROM scim_groups g WHERE ${OF_CONNECTION} AND g.id = ANY(${GROUPS_CONCERNED})
      ORDER BY g.id FOR NO KEY UPDATE
    ), stranger AS MATERIALIZED (
      SELECT c.position, c."group", a.id FROM change c, unnest(c.add) AS a (id) WHERE ${isStranger('a.id')}
    ), accepted AS MATERIALIZED (
      SELECT c.* FROM change c JOIN target t ON t.id = c."group"
      WHERE c.position NOT IN (SELECT s.position FROM stranger s)
    ), added AS (
      INSERT INTO scim_group_members (organization_id, group_id, user_id)
      SELECT $1, c."group", a.id FROM accepted c, unnest(c.add) AS a (id)
      ON CONFLICT DO NOTHING RETURNING group_id, user_id
    ), removed AS (
      DELETE FROM scim_group_members x WHERE x.ctid = ANY(ARRAY(
        SELECT (
          SELECT y.ctid FROM scim_group_members y
          WHERE y.organization_id = $1 AND y.group_id = c."group" AND y.user_id = r.id)
        FROM accepted c, unnest(c.remove) AS r (id)))
      RETURNING x.group_id, x.user_id
    ), counted AS (
      UPDATE scim_groups g
      SET member_count = g.member_count + d.difference, revision = g.revision + 1, modified_at = now()
      FROM (
        SELECT s.group_id, sum(s.step)::int AS difference
        FROM (SELECT group_id, 1 AS step FROM added UNION ALL SELECT group_id, -1 FROM removed) s GROUP BY s.group_id
      ) d
      WHERE g.organization_id = $1 AND g.id = ANY(${GROUPS_CONCERNED}) AND g.id = d.group_id
      RETURNING ${GROUP_COLUMNS}
    ), result AS (
      SELECT * FROM counted UNION ALL SELECT t.* FROM target t WHERE t.id NOT IN (SELECT id FROM counted)
    )
    SELECT r.*,
      (SELECT COALESCE(json_agg(s.id), '[]') FROM stranger s WHERE s."group" = r.id) AS strangers,
      (SELECT COALESCE(json_agg(a.user_id), '[]') FROM added a WHERE a.group_id = r.id) AS added,
      (SELECT COALESCE(json_agg(e.user_id), '[]') FROM removed e WHERE e.group_id = r.id) AS removed
    FROM result r`,
};
