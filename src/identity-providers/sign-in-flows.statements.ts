import type { Statement } from '../database/statement.js';

/**
 * $1 digest of the state, $2 digest of the browser's cookie, $3 organization, $4 provider, $5 who tests or null, $6
 * whether the provider must ask anew, $7 where to continue, $8 lifetime in seconds. Sweeps up what has expired.
 */
export const BEGIN_FLOW: Statement = {
  name: 'sign-in-flow-begin',
  text: `
    WITH expired AS (
      DELETE FROM sign_in_flows WHERE state_digest IN (
        SELECT state_digest FROM sign_in_flows WHERE expires_at < now() ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED
      )
    )
    INSERT INTO sign_in_flows (state_digest, browser_digest, organization_id, provider_id, tester_id, fresh, next_path,
      expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`,
};

/** $1 digest of the state. Whoever comes second finds nothing; nor does another browser, which uses it up. */
export const USE_FLOW: Statement = {
  name: 'sign-in-flow-use',
  text: `
    DELETE FROM sign_in_flows WHERE state_digest = $1
    RETURNING browser_digest AS "browserDigest", organization_id AS "organizationId", provider_id AS "providerId",
      tester_id AS "testerId", fresh, next_path AS "nextPath", expires_at > now() AS live`,
};
