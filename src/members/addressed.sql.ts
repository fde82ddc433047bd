/**
 * Whether one of two keys is an address or userName of a member of organization $1 for whom `condition` holds. From the
 * terms to the member, whatever the planner may think of it: never through all members for whom the condition holds.
 */
export const addressed = (keys: string, condition: string): string => `
  SELECT FROM member_terms t
  WHERE t.organization_id = $1 AND t.term IN (${keys}) AND (
    SELECT ${condition} FROM members m
    WHERE m.organization_id = $1 AND m.id = t.member_id AND m.removed_at IS NULL
  )`;
