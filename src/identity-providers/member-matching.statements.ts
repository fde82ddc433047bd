import type { Statement } from '../database/statement.js';

const CANDIDATE_COLUMNS = `
  m.id, m.name, m.user_name AS "userName", m.email, m.active, m.recovery, m.connection_id AS "connectionId"`;

/** Whom the subject is bound to, who is still a member. $1 organization, $2 provider, $3 subject. */
export const FIND_BOUND: Statement = {
  name: 'member-identity-find',
  text: `
    SELECT ${CANDIDATE_COLUMNS} FROM member_identities i
    JOIN members m ON m.organization_id = i.organization_id AND m.id = i.member_id AND m.removed_at IS NULL
    WHERE i.organization_id = $1 AND i.provider_id = $2 AND i.subject = $3`,
};

/** $1 organization, $2 connection, $3 externalId. */
export const FIND_BY_EXTERNAL_ID: Statement = {
  name: 'member-identity-by-external-id',
  text: `
    SELECT ${CANDIDATE_COLUMNS} FROM members m
    WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.external_id = $3 AND m.removed_at IS NULL`,
};

/**
 * Whoever may have the address; the keys are compared by the application. $1 organization, $2 terms of the address, $3 the
 * connection whose members may be found besides those whom nobody provisions, or null for everybody.
 */
export const FIND_BY_ADDRESS: Statement = {
  name: 'member-identity-by-address',
  text: `
    SELECT ${CANDIDATE_COLUMNS} FROM members m
    WHERE m.organization_id = $1 AND m.removed_at IS NULL
      AND m.id IN (SELECT t.member_id FROM member_terms t WHERE t.organization_id = $1 AND t.term = ANY ($2::text[]))
      AND ($3::text IS NULL OR m.connection_id IS NULL OR m.connection_id = $3)
    LIMIT 20`,
};

/**
 * A connection that lets in only whom it provisioned: the provider's own while that is there, else any of the
 * organization's. $1 organization, $2 the provider's own connection or null.
 */
export const FIND_CLOSED: Statement = {
  name: 'member-identity-closed',
  text: `
    WITH present AS (
      SELECT c.id, COALESCE(a.only_provisioned, TRUE) AS closed FROM scim_connections c
      LEFT JOIN connection_admissions a ON a.organization_id = c.organization_id AND a.connection_id = c.id
      WHERE c.organization_id = $1 AND c.state IN ('active', 'paused')
    )
    SELECT p.id FROM present p
    WHERE p.closed AND (p.id = $2 OR NOT EXISTS (SELECT FROM present own WHERE own.id = $2)) LIMIT 1`,
};

/** Members who were removed are nobody's identity any more. $1 organization, $2 provider, $3 subject. */
export const RELEASE_REMOVED: Statement = {
  name: 'member-identity-release',
  text: `
    DELETE FROM member_identities i USING members m
    WHERE i.organization_id = $1 AND i.provider_id = $2 AND i.subject = $3
      AND m.organization_id = i.organization_id AND m.id = i.member_id AND m.removed_at IS NOT NULL`,
};

/**
 * Nothing when the subject or the member is bound already. $1 organization, $2 provider, $3 subject, $4 member.
 */
export const BIND: Statement = {
  name: 'member-identity-bind',
  text: `
    INSERT INTO member_identities (organization_id, provider_id, subject, member_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING
    RETURNING member_id AS "memberId"`,
};
