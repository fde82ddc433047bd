import type { Statement } from '../database/statement.js';
import { PERSON_COLUMNS, PERSON_OF_CREDENTIAL } from '../members/person.js';

/**
 * Opens a session for a member who is in, and notes the sign-in; nothing for one who is not. $1 digest, $2 organization,
 * $3 member, $4 how, $5 lifetime in seconds, $6 client's address, $7 client.
 */
export const OPEN_SESSION: Statement = {
  name: 'session-open',
  text: `
    WITH member AS (
      UPDATE members SET last_sign_in_at = now()
      WHERE organization_id = $2 AND id = $3 AND active AND removed_at IS NULL
      RETURNING organization_id, id, access_epoch
    )
    INSERT INTO sessions (digest, organization_id, member_id, access_epoch, opened_by, expires_at, address, client)
    SELECT $1, m.organization_id, m.id, m.access_epoch, $4, now() + make_interval(secs => $5), $6, $7 FROM member m
    RETURNING expires_at AS "expiresAt"`,
};

/** $1 digest. */
export const FIND_SESSION: Statement = {
  name: 'session-find',
  text: `
    SELECT ${PERSON_COLUMNS}, c.id AS "sessionId", c.opened_by AS "openedBy",
      extract(epoch FROM now() - c.proved_at)::integer AS "provedSecondsAgo",
      c.last_seen_at < now() - interval '5 minutes' AS stale
    FROM sessions c ${PERSON_OF_CREDENTIAL}
    WHERE c.digest = $1 AND c.expires_at > now()`,
};

/** $1 digest. */
export const TOUCH_SESSION: Statement = {
  name: 'session-touch',
  text: 'UPDATE sessions SET last_seen_at = now() WHERE digest = $1',
};

/** Gives a session another cookie, its holder having proved who they are. $1 digest, $2 the new one. */
export const RENEW_SESSION: Statement = {
  name: 'session-renew',
  text: `
    UPDATE sessions SET digest = $2, proved_at = now(), last_seen_at = now() WHERE digest = $1 AND expires_at > now()
    RETURNING expires_at AS "expiresAt"`,
};

/** $1 digest. */
export const END_SESSION: Statement = {
  name: 'session-end',
  text: 'DELETE FROM sessions WHERE digest = $1',
};

/** $1 organization, $2 member. */
export const END_SESSIONS: Statement = {
  name: 'session-end-all',
  text: 'DELETE FROM sessions WHERE organization_id = $1 AND member_id = $2',
};
