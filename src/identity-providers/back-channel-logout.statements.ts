import type { Statement } from '../database/statement.js';

/** Nothing for a token that was used. $1 organization, $2 provider, $3 digest of its id, $4 how long to remember it. */
export const USE_LOGOUT_TOKEN: Statement = {
  name: 'logout-token-use',
  text: `
    WITH expired AS (
      DELETE FROM used_logout_tokens WHERE organization_id = $1 AND provider_id = $2 AND expires_at < now()
    )
    INSERT INTO used_logout_tokens (organization_id, provider_id, token_digest, expires_at)
    VALUES ($1, $2, $3, now() + make_interval(secs => $4))
    ON CONFLICT DO NOTHING
    RETURNING expires_at`,
};
