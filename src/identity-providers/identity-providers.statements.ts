import type { Statement } from '../database/statement.js';

const COLUMNS = `
  p.organization_id AS "organizationId", p.id, p.name, p.state, p.issuer, p.client_id AS "clientId",
  p.connection_id AS "connectionId", p.match_claim AS "matchClaim", p.trusts_email AS "trustsEmail",
  p.tested_at AS "testedAt", p.revision, ARRAY(
    SELECT d.domain FROM identity_provider_domains d
    WHERE d.organization_id = p.organization_id AND d.provider_id = p.id ORDER BY d.domain
  ) AS domains`;

/** $1 organization. */
export const LIST_PROVIDERS: Statement = {
  name: 'identity-provider-list',
  text: `SELECT ${COLUMNS} FROM identity_providers p WHERE p.organization_id = $1 ORDER BY p.created_at, p.id`,
};

/** $1 organization, $2 id. */
export const FIND_PROVIDER: Statement = {
  name: 'identity-provider-find',
  text: `SELECT ${COLUMNS} FROM identity_providers p WHERE p.organization_id = $1 AND p.id = $2`,
};

/** Like `FIND_PROVIDER`, and no other transaction changes the provider until this one ends. */
export const LOCK_PROVIDER: Statement = {
  name: 'identity-provider-lock',
  text: `${FIND_PROVIDER.text} FOR NO KEY UPDATE`,
};

/** Nobody changes an active provider that is at revision $3 before this transaction ends. $1 organization, $2 id. */
export const SHARE_PROVIDER: Statement = {
  name: 'identity-provider-share',
  text: `
    SELECT FROM identity_providers WHERE organization_id = $1 AND id = $2 AND revision = $3 AND state = 'active'
    FOR SHARE`,
};

/** $1 id, whichever organization it belongs to. */
export const FIND_ANY_PROVIDER: Statement = {
  name: 'identity-provider-find-any',
  text: `SELECT ${COLUMNS} FROM identity_providers p WHERE p.id = $1`,
};

/** $1 organization, $2 id. */
export const READ_SECRET: Statement = {
  name: 'identity-provider-secret',
  text: `
    SELECT client_secret AS "clientSecret" FROM identity_providers WHERE organization_id = $1 AND id = $2`,
};

/** $1 organization. Its row is locked, so that two cannot both be the last that there is room for. */
export const COUNT_PROVIDERS: Statement = {
  name: 'identity-provider-count',
  text: `
    WITH locked AS (SELECT id FROM organizations WHERE id = $1 FOR NO KEY UPDATE)
    SELECT (SELECT count(*)::int FROM identity_providers p WHERE p.organization_id = l.id) AS count FROM locked l`,
};

/**
 * $1 organization, $2 id, $3 name, $4 issuer, $5 client id, $6 sealed secret, $7 connection, $8 claim, $9 whether e-mail
 * is trusted.
 */
export const INSERT_PROVIDER: Statement = {
  name: 'identity-provider-insert',
  text: `
    INSERT INTO identity_providers (organization_id, id, name, state, issuer, client_id, client_secret, connection_id,
      match_claim, trusts_email)
    VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9)`,
};

/** Like `INSERT_PROVIDER`; a secret that is null stays. $10 state. */
export const UPDATE_PROVIDER: Statement = {
  name: 'identity-provider-update',
  text: `
    UPDATE identity_providers SET name = $3, issuer = $4, client_id = $5, client_secret = COALESCE($6, client_secret),
      connection_id = $7, match_claim = $8, trusts_email = $9, state = $10,
      tested_at = CASE WHEN $10 = 'draft' THEN NULL ELSE tested_at END, revision = revision + 1
    WHERE organization_id = $1 AND id = $2`,
};

/** $1 organization, $2 id, $3 domains. */
export const SET_DOMAINS: Statement = {
  name: 'identity-provider-domains',
  text: `
    WITH gone AS (
      DELETE FROM identity_provider_domains
      WHERE organization_id = $1 AND provider_id = $2 AND domain <> ALL ($3::text[])
    )
    INSERT INTO identity_provider_domains (organization_id, provider_id, domain)
    SELECT $1, $2, d.domain FROM unnest($3::text[]) AS d (domain)
    WHERE NOT EXISTS (
      SELECT FROM identity_provider_domains o
      WHERE o.organization_id = $1 AND o.domain = d.domain AND o.provider_id = $2
    )`,
};

/** $1 organization, $2 id, $3 state. */
export const SET_STATE: Statement = {
  name: 'identity-provider-set-state',
  text: `
    UPDATE identity_providers SET state = $3, revision = revision + 1 WHERE organization_id = $1 AND id = $2`,
};

/** $1 organization, $2 id, $3 revision that was tested. */
export const SET_TESTED: Statement = {
  name: 'identity-provider-set-tested',
  text: `
    UPDATE identity_providers SET tested_at = now() WHERE organization_id = $1 AND id = $2 AND revision = $3`,
};

/** $1 organization, $2 id. */
export const REMOVE_PROVIDER: Statement = {
  name: 'identity-provider-remove',
  text: 'DELETE FROM identity_providers WHERE organization_id = $1 AND id = $2',
};

/** Whom the provider knows, no more. $1 organization, $2 id. */
export const FORGET_IDENTITIES: Statement = {
  name: 'identity-provider-forget',
  text: 'DELETE FROM member_identities WHERE organization_id = $1 AND provider_id = $2 RETURNING member_id',
};

/** $1 organization, $2 id of the connection. */
export const HAS_CONNECTION: Statement = {
  name: 'identity-provider-has-connection',
  text: `SELECT FROM scim_connections WHERE organization_id = $1 AND id = $2 AND state <> 'removed'`,
};

/**
 * Active providers through which somebody with this address could sign in: those of organizations that have them, and
 * allow the address's domain. $1 terms of the address, $2 domain.
 */
export const PROVIDERS_OF_ADDRESS: Statement = {
  name: 'identity-provider-of-address',
  text: `
    SELECT p.id, p.organization_id AS "organizationId", o.name AS "organizationName", m.user_name AS "userName", m.email
    FROM identity_provider_domains d
    JOIN identity_providers p ON p.organization_id = d.organization_id AND p.id = d.provider_id AND p.state = 'active'
    JOIN organizations o ON o.id = p.organization_id
    JOIN member_terms t ON t.organization_id = p.organization_id AND t.term = ANY ($1::text[])
    JOIN members m ON m.organization_id = t.organization_id AND m.id = t.member_id
      AND m.removed_at IS NULL AND NOT m.recovery
    WHERE d.domain = $2
    ORDER BY o.name COLLATE "C", p.id
    LIMIT 20`,
};
