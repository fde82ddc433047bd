import type { Statement } from '../database/statement.js';

/**
 * Whom a provider's assertions cannot lead to: of the active members whom the connection manages, those who have not
 * signed in through the provider yet, and of whom neither the externalId can be the claim nor an address be of an allowed
 * domain. An externalId can be the claim `sub` as long as nobody is bound to a subject other than their externalId, and
 * `oid` when it has the form of one.
 *
 * $1 organization, $2 connection, $3 provider, $4 whether the provider compares this connection's externalIds, $5 the
 * claim, $6 allowed domains as they stand in terms, $7 how many.
 */
export const LIST_UNMATCHABLE: Statement = {
  name: 'sign-in-check-unmatchable',
  text: `
    WITH evidence AS MATERIALIZED (
      SELECT $4::boolean AND NOT ($5 = 'sub' AND EXISTS (
        SELECT FROM member_identities i
        JOIN members b ON b.organization_id = i.organization_id AND b.id = i.member_id
        WHERE i.organization_id = $1 AND i.provider_id = $3 AND b.connection_id = $2 AND b.removed_at IS NULL
          AND b.external_id IS NOT NULL AND b.external_id <> i.subject
      )) AS compares
    )
    SELECT m.id, m.name, m.user_name AS "userName", m.email, m.external_id AS "externalId", CASE
        WHEN m.external_id IS NULL THEN 'noExternalId'
        WHEN NOT $4::boolean THEN 'notCompared'
        WHEN e.compares THEN 'externalIdForm'
        ELSE 'otherExternalId' END AS reason,
      EXISTS (
        SELECT FROM member_terms t
        WHERE t.organization_id = $1 AND t.member_id = m.id AND strpos(t.term, '@') > 0
      ) AS "hasAddress"
    FROM members m CROSS JOIN evidence e
    WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL AND m.active AND NOT m.recovery
      AND NOT (e.compares AND m.external_id IS NOT NULL AND ($5 <> 'oid' OR m.external_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
      AND NOT EXISTS (
        SELECT FROM member_identities i
        WHERE i.organization_id = $1 AND i.member_id = m.id AND i.provider_id = $3
      )
      AND NOT EXISTS (
        SELECT FROM member_terms t
        WHERE t.organization_id = $1 AND t.member_id = m.id AND split_part(t.term, '@', 2) = ANY ($6::text[])
      )
    ORDER BY m.id LIMIT $7`,
};
