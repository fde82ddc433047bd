/** One named statement for each request: the token that tells the organization, and the rows. $1 is always the token's id. */
export const TOKEN = 'token AS (SELECT t.organization_id, t.connection_id FROM scim_tokens t WHERE t.id = $1)';

export const AUDIT_COLUMNS = `organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
  subject_name, details, request_id`;

/** What a User is made of. */
const COLUMNS = `m.id, m.user_name AS "userName", m.external_id AS "externalId", m.active, m.profile, m.role,
  m.connection_id AS "connectionId", m.revision, m.created_at AS created, m.modified_at AS modified`;

/**
 * $2 account, $3 address, $4 its key, $5 name, $6 its key, $7 member, $8 externalId, $9 profile, $10 search document,
 * $11 terms, $12 audit id, $13 audit details.
 */
export const CREATE = {
  name: 'create',
  text: `
    WITH ${TOKEN}, account AS (
      INSERT INTO users (id, email, email_key, name) VALUES ($2, $3, $4, $5)
    ), m AS (
      INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key, name,
        name_key, email, active, role, profile, search)
      SELECT organization_id, $7, $2, connection_id, $8, $3, $4, $5, $6, $3, TRUE, 'read_only', $9::json, $10::jsonb
      FROM token
      RETURNING *
    ), terms AS (
      INSERT INTO member_terms (organization_id, term, member_id)
      SELECT m.organization_id, term, m.id FROM m, unnest($11::text[]) AS term
    ), recorded AS (
      INSERT INTO audit_entries (${AUDIT_COLUMNS})
      SELECT m.organization_id, $12, 'connection', m.connection_id, 'Directory', 'member.provisioned', 'member', m.id,
        m.name, $13::json, m.id::text
      FROM m
    )
    SELECT ${COLUMNS} FROM m`,
};

/** $2 member. */
export const READ = {
  name: 'read',
  text: `
    SELECT ${COLUMNS} FROM scim_tokens t JOIN members m ON m.organization_id = t.organization_id
    WHERE t.id = $1 AND m.id = $2 AND m.removed_at IS NULL`,
};

/** $2 key of a userName. */
export const FIND = {
  name: 'find',
  text: `
    SELECT ${COLUMNS} FROM scim_tokens t JOIN members m ON m.organization_id = t.organization_id
    WHERE t.id = $1 AND m.user_name_key = $2 AND m.removed_at IS NULL`,
};

/** $2 rows. */
export const LIST = {
  name: 'list',
  text: `
    SELECT ${COLUMNS} FROM members m
    WHERE m.organization_id = (SELECT t.organization_id FROM scim_tokens t WHERE t.id = $1) AND m.removed_at IS NULL
      AND NOT m.recovery
    ORDER BY m.id LIMIT $2`,
};

/** $2 member, $3 name, $4 its key, $5 title, $6 its key, $7 audit id, $8 audit details. */
export const PATCH = {
  name: 'patch',
  text: `
    WITH ${TOKEN}, old AS (
      SELECT m.organization_id, m.name_key FROM members m JOIN token t ON t.organization_id = m.organization_id
      WHERE m.id = $2 AND m.removed_at IS NULL
    ), m AS (
      UPDATE members m SET name = $3, name_key = $4, revision = m.revision + 1, modified_at = now(),
        profile = (m.profile::jsonb || jsonb_build_object('displayName', $3::text, 'title', $5::text))::json,
        search = m.search || jsonb_build_object('displayName', $4::text, 'title', $6::text)
      FROM token t WHERE m.organization_id = t.organization_id AND m.id = $2 AND m.removed_at IS NULL
      RETURNING m.*
    ), dropped AS (
      DELETE FROM member_terms t USING old
      WHERE t.organization_id = old.organization_id AND t.term = old.name_key AND t.member_id = $2
    ), added AS (
      INSERT INTO member_terms (organization_id, term, member_id) SELECT m.organization_id, m.name_key, m.id FROM m
    ), recorded AS (
      INSERT INTO audit_entries (${AUDIT_COLUMNS})
      SELECT m.organization_id, $7, 'connection', m.connection_id, 'Directory', 'member.updated', 'member', m.id, $3,
        $8::json, m.id::text
      FROM m
    )
    SELECT ${COLUMNS} FROM m`,
};
