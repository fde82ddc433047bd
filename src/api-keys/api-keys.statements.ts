import type { Statement } from '../database/statement.js';
import { PERSON_COLUMNS, PERSON_OF_CREDENTIAL } from '../members/person.js';

export const KEY_COLUMNS = `
  k.id, k.member_id AS "memberId", k.name, k.created_at AS "createdAt", k.expires_at AS "expiresAt",
  k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt"`;

/** For an active member only. $1 id, $2 organization, $3 owner, $4 name, $5 digest, $6 days or null. */
export const INSERT_API_KEY: Statement = {
  name: 'api-key-insert',
  text: `
    INSERT INTO api_keys AS k (id, organization_id, member_id, access_epoch, name, digest, expires_at)
    SELECT $1, m.organization_id, m.id, m.access_epoch, $4, $5, now() + make_interval(days => $6)
    FROM members m WHERE m.organization_id = $2 AND m.id = $3 AND m.active AND m.removed_at IS NULL
    RETURNING ${KEY_COLUMNS}`,
};

/** $1 id. */
export const FIND_API_KEY: Statement = {
  name: 'api-key-find',
  text: `
    SELECT ${PERSON_COLUMNS}, c.digest, c.last_used_at IS NULL OR c.last_used_at < now() - interval '5 minutes' AS stale
    FROM api_keys c ${PERSON_OF_CREDENTIAL}
    WHERE c.id = $1 AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > now())`,
};

/** $1 id. */
export const TOUCH_API_KEY: Statement = {
  name: 'api-key-touch',
  text: 'UPDATE api_keys SET last_used_at = now() WHERE id = $1',
};

/** $1 organization, $2 id, $3 owner or null for any. */
export const REVOKE_API_KEY: Statement = {
  name: 'api-key-revoke',
  text: `
    UPDATE api_keys k SET revoked_at = now()
    WHERE k.organization_id = $1 AND k.id = $2 AND k.member_id = COALESCE($3::uuid, k.member_id)
      AND k.revoked_at IS NULL
    RETURNING ${KEY_COLUMNS}`,
};

/** For the owner of a key that works. $1 organization, $2 id, $3 owner, $4 digest. */
export const ROTATE_API_KEY: Statement = {
  name: 'api-key-rotate',
  text: `
    UPDATE api_keys k SET digest = $4 FROM members m
    WHERE k.organization_id = $1 AND k.id = $2 AND k.member_id = $3 AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now())
      AND m.organization_id = k.organization_id AND m.id = k.member_id AND m.active AND m.removed_at IS NULL
      AND m.access_epoch = k.access_epoch
    RETURNING ${KEY_COLUMNS}`,
};
