import type { Statement } from '../database/statement.js';

/** As many bindings as tell what the provider's subjects are like. */
const EVIDENCE = 1_000;

const PROVISIONED = `m.organization_id = $1 AND m.connection_id = $2 AND m.removed_at IS NULL AND m.active AND NOT m.recovery`;

/** The form of an `oid`. */
const OBJECT_ID = `'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;

/** Of `members m`: bound to nobody at the provider, and without an address of an allowed domain. */
const NO_OTHER_WAY = `
  NOT EXISTS (
    SELECT FROM member_identities i
    WHERE i.organization_id = $1 AND i.member_id = m.id AND i.provider_id = $3 OFFSET 0
  ) AND NOT EXISTS (
    SELECT FROM member_terms t
    WHERE t.organization_id = $1 AND t.member_id = m.id AND split_part(t.term, '@', 2) = ANY ($6::text[]) OFFSET 0
  )`;

/**
 * Whom a provider's assertions cannot lead to: of the active members whom the connection manages, those who have not
 * signed in through the provider yet, and of whom neither the externalId can be the claim nor an address be of an allowed
 * domain. An externalId can be the claim `sub` as long as nobody, of a thousand, is bound to a subject other than their
 * externalId, and `oid` when it has the form of one. Where every externalId can be the claim, those who have none are found
 * by index; else everybody is looked at.
 *
 * $1 organization, $2 connection, $3 provider, $4 whether the provider compares this connection's externalIds, $5 the
 * claim, $6 allowed domains as they stand in terms, $7 how many.
 */
export const LIST_UNMATCHABLE: Statement = {
  name: 'sign-in-check-unmatchable',
  text: `
    WITH bound AS (
      SELECT i.member_id, i.subject FROM member_identities i
      WHERE i.organization_id = $1 AND i.provider_id = $3 LIMIT ${EVIDENCE}
    ), evidence AS MATERIALIZED (
      SELECT $4::boolean AND NOT ($5 = 'sub' AND EXISTS (
        SELECT FROM bound i JOIN members b ON b.organization_id = $1 AND b.id = i.member_id
        WHERE b.connection_id = $2 AND b.removed_at IS NULL AND b.external_id IS NOT NULL AND b.external_id <> i.subject
      )) AS compares
    ), found AS (
      SELECT m.*, e.compares FROM evidence e CROSS JOIN LATERAL (
        SELECT m.* FROM (SELECT m.* FROM members m WHERE ${PROVISIONED} AND m.external_id IS NULL OFFSET 0) AS m
        WHERE ${NO_OTHER_WAY} ORDER BY m.id LIMIT $7
      ) AS m WHERE e.compares AND $5 <> 'oid'
      UNION ALL
      SELECT m.*, e.compares FROM evidence e CROSS JOIN LATERAL (
        SELECT m.* FROM members m
        WHERE ${PROVISIONED} AND NOT (e.compares AND m.external_id IS NOT NULL AND m.external_id ~ ${OBJECT_ID})
          AND ${NO_OTHER_WAY} ORDER BY m.id LIMIT $7
      ) AS m WHERE NOT (e.compares AND $5 <> 'oid')
    )
    SELECT m.id, m.name, m.user_name AS "userName", m.email, m.external_id AS "externalId", CASE
        WHEN m.external_id IS NULL THEN 'noExternalId'
        WHEN NOT $4::boolean THEN 'notCompared'
        WHEN m.compares THEN 'externalIdForm'
        ELSE 'otherExternalId' END AS reason,
      EXISTS (
        SELECT FROM member_terms t
        WHERE t.organization_id = $1 AND t.member_id = m.id AND strpos(t.term, '@') > 0 OFFSET 0
      ) AS "hasAddress"
    FROM found m ORDER BY m.id`,
};
