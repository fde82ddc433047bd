import type { Target } from './target.js';

const COUNTED = `
  SELECT COALESCE(sum(listed), 0)::int AS listed, COALESCE(sum(seated), 0)::int AS seated
  FROM member_counts WHERE organization_id = $1`;
const ACTUAL = `
  SELECT count(*)::int AS listed, count(*) FILTER (WHERE active)::int AS seated
  FROM members WHERE organization_id = $1 AND removed_at IS NULL AND NOT recovery`;
const BROKEN = `
  SELECT 'live session of somebody who is out' AS fault FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE (NOT m.active OR m.removed_at IS NOT NULL) AND s.access_epoch = m.access_epoch
  UNION ALL SELECT 'live key of somebody who is out' FROM api_keys k JOIN members m ON m.id = k.member_id
    WHERE (NOT m.active OR m.removed_at IS NOT NULL) AND k.access_epoch = m.access_epoch AND k.revoked_at IS NULL
  UNION ALL SELECT 'term of nobody' FROM member_terms t
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.id = t.member_id AND m.removed_at IS NULL)
  UNION ALL SELECT 'no administrator' FROM organizations o WHERE NOT EXISTS (
    SELECT FROM members m WHERE m.organization_id = o.id AND m.role = 'administrator' AND m.active AND m.removed_at IS NULL)
  UNION ALL SELECT 'two with one name' FROM members WHERE removed_at IS NULL
    GROUP BY organization_id, user_name_key HAVING count(*) > 1
  UNION ALL SELECT 'wrong number of members' FROM scim_groups g WHERE member_count <> (
    SELECT count(*) FROM scim_group_members x WHERE x.organization_id = g.organization_id AND x.group_id = g.id)
  UNION ALL SELECT 'member of no group' FROM scim_group_members x
    WHERE NOT EXISTS (SELECT FROM scim_groups g WHERE g.organization_id = x.organization_id AND g.id = x.group_id)
  UNION ALL SELECT 'role of no mapping' FROM members m WHERE m.role_group_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM role_mappings r JOIN scim_group_members x ON x.group_id = r.group_id AND x.user_id = m.id
    WHERE r.organization_id = m.organization_id AND r.connection_id = m.connection_id AND r.group_id = m.role_group_id
      AND r.role = m.role AND r.project_id IS NULL)`;

/** What must hold whatever happened at once: counts are true, nobody who is out has a key, somebody can let others in. */
export async function expectConservation(target: Target): Promise<void> {
  const { organizationId } = target.organization;
  expect(await target.query(COUNTED, [organizationId])).toEqual(await target.query(ACTUAL, [organizationId]));
  expect(await target.query(BROKEN)).toEqual([]);
}
