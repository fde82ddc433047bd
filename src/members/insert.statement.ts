import type { Statement } from '../database/statement.js';
import { addressed } from './addressed.sql.js';
import { ADD_COUNTS, seatsAreFree, SHARD } from './counts.sql.js';

/**
 * Creates a member by hand, on an account whose password opens it: seat, member and search terms, or none of them and why. The
 * recovery administrator takes no seat and is not counted: for directories it does not exist.
 *
 * $1 organization, $2 member id, $3 account, $4 userName and address, $5 its key, $6 name, $7 its key, $8 role,
 * $9 recovery, $10 profile, $11 search document, $12 terms, $13 a key that no member may have as an address.
 */
export const INSERT_MEMBER: Statement = {
  name: 'member-insert',
  text: `
    WITH reserved AS (${addressed('$13', 'TRUE')}    ), seat AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, (NOT $9::boolean)::int, (NOT $9::boolean)::int
      FROM organizations o WHERE o.id = $1 AND NOT EXISTS (SELECT FROM reserved)
      ${ADD_COUNTS} WHERE ${seatsAreFree('$1')}
      RETURNING organization_id
    ), member AS (
      INSERT INTO members (organization_id, id, user_id, user_name, user_name_key, name, name_key, email, active,
        role, manual_role, recovery, opens_by_password, profile, search)
      SELECT $1, $2, $3, $4, $5, $6, $7, $4, TRUE, $8, $8, $9, TRUE, $10::json, $11::jsonb FROM seat
      RETURNING id
    ), terms AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT $1, term, m.id FROM member m, unnest($12::text[]) AS term
    )
    SELECT m.id IS NOT NULL AS created, EXISTS (SELECT FROM reserved) AS reserved
    FROM (SELECT) AS once LEFT JOIN member m ON TRUE`,
};
