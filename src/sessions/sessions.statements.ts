import type { Statement } from '../database/statement.js';
import { PERSON_COLUMNS, PERSON_OF_CREDENTIAL } from '../members/person.js';

/**
 * Opens a session for a member who is in, and notes the sign-in; nothing for one who is not. $1 digest, $2 organization,
 * $3 member, $4 how, $5 lifetime in seconds, $6 client's address, $7 client, $8 age of the
 * proof in seconds.
 */
export const OPEN_SESSION: Statement = {
  name: 'session-open',
  text: `
    WITH member AS (
      UPDATE members SET last_sign_in_at = now()
      WHERE organization_id = $2 AND id = $3 AND active AND removed_at IS NULL
      RETURNING organization_id, id, access_epoch
    )
    INSERT INTO sessions (digest, organization_id, member_id, access_epoch, opened_by, expires_at, address, client,
      proved_at)
    SELECT $1, m.organization_id, m.id, m.access_epoch, $4, now() + make_interval(secs => $5), $6, $7,
      now() - make_interval(secs => $8)
    FROM member m
    RETURNING expires_at AS "expiresAt"`,
};

/**
 * With the other organizations of the account, where its password was the proof: an organization's identity provider proves
 * nobody to another one, and learns nothing of it. $1 digest.
 */
export const FIND_SESSION: Statement = {
  name: 'session-find',
  text: `
    SELECT ${PERSON_COLUMNS}, c.id AS "sessionId", c.opened_by AS "openedBy",
      extract(epoch FROM now() - c.proved_at)::integer AS "provedSecondsAgo",
      c.last_seen_at < now() - interval '5 minutes' AS stale,
      COALESCE((
        SELECT json_agg(
          json_build_object('organizationId', f.id, 'organizationName', f.name, 'byPassword', e.connection_id IS NULL)
          ORDER BY f.name COLLATE "C", f.id
        )
        FROM members e JOIN organizations f ON f.id = e.organization_id
        WHERE c.opened_by = 'password' AND e.user_id = m.user_id AND e.organization_id <> m.organization_id AND e.active
          AND e.removed_at IS NULL
      ), '[]') AS elsewhere
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

/** Those of one membership that are open, the last used first. $1 organization, $2 member. */
export const LIST_SESSIONS: Statement = {
  name: 'session-list',
  text: `
    SELECT s.id, s.opened_by AS "openedBy", s.address, s.client, s.created_at AS "createdAt",
      s.last_seen_at AS "lastSeenAt"
    FROM sessions s JOIN members m ON m.organization_id = s.organization_id AND m.id = s.member_id
      AND m.access_epoch = s.access_epoch
    WHERE s.organization_id = $1 AND s.member_id = $2 AND s.expires_at > now()
    ORDER BY s.last_seen_at DESC, s.id LIMIT 100`,
};

/** $1 organization, $2 member, $3 id. */
export const END_SESSION_OF_MEMBER: Statement = {
  name: 'session-end-of-member',
  text: `
    DELETE FROM sessions WHERE organization_id = $1 AND member_id = $2 AND id = $3
    RETURNING client, address, extract(epoch FROM expires_at - now())::integer AS "secondsLeft"`,
};

/**
 * Ends the sessions of an account in one organization, and those that its password opened elsewhere when $4 says so.
 * $1 account, $2 organization, $3 the one that stays or null.
 */
export const END_SESSIONS_OF_ACCOUNT: Statement = {
  name: 'session-end-of-account',
  text: `
    WITH ended AS (
      DELETE FROM sessions s USING members m
      WHERE m.user_id = $1 AND s.organization_id = m.organization_id AND s.member_id = m.id
        AND (s.organization_id = $2 OR ($4::boolean AND s.opened_by = 'password')) AND s.id IS DISTINCT FROM $3
      RETURNING m.organization_id, m.id, m.name
    )
    SELECT organization_id AS "organizationId", id AS "memberId", name, count(*)::integer AS count
    FROM ended GROUP BY organization_id, id, name`,
};
