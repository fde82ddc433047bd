import type { Statement } from '../database/statement.js';

/**
 * What a session stands on; its holder proved who they are when the provider says so, and in times before all others when
 * it does not say. $1 digest of the session, $2 organization, $3 provider, $4 subject, $5 sid, $6 sealed ID token, $7
 * seconds since the epoch or null.
 */
export const NOTE_ORIGIN: Statement = {
  name: 'session-origin-note',
  text: `
    WITH proved AS (
      UPDATE sessions SET proved_at = LEAST(to_timestamp(COALESCE($7::bigint, 0)), now()) WHERE digest = $1
    )
    INSERT INTO session_origins (digest, organization_id, provider_id, subject, sid, id_token)
    VALUES ($1, $2, $3, $4, $5, $6)`,
};

/** $1 digest of the session. */
export const FIND_ORIGIN: Statement = {
  name: 'session-origin-find',
  text: `
    SELECT o.provider_id AS "providerId", o.id_token AS "idToken" FROM session_origins o
    JOIN identity_providers p ON p.organization_id = o.organization_id AND p.id = o.provider_id AND p.state = 'active'
    WHERE o.digest = $1`,
};

/** $1 organization, $2 provider. */
export const END_ALL_SESSIONS: Statement = {
  name: 'session-origin-end-all',
  text: `
    DELETE FROM sessions s USING session_origins o
    WHERE o.organization_id = $1 AND o.provider_id = $2 AND s.digest = o.digest
    RETURNING s.member_id`,
};

const endSessions = (name: string, condition: string): Statement => ({
  name,
  text: `
    WITH ended AS (
      DELETE FROM sessions s USING session_origins o
      WHERE o.organization_id = $1 AND o.provider_id = $2 AND s.digest = o.digest AND ${condition}
      RETURNING s.organization_id, s.member_id
    )
    SELECT m.id AS "memberId", m.name FROM ended e
    JOIN members m ON m.organization_id = e.organization_id AND m.id = e.member_id`,
});

/** $1 organization, $2 provider, $3 subject, $4 sid or null for all of the person's. */
export const END_SESSIONS_OF_SUBJECT = endSessions(
  'session-origin-end-of-subject',
  'o.subject = $3 AND COALESCE(o.sid = $4, $4::text IS NULL)',
);

/** $1 organization, $2 provider, $3 sid. */
export const END_SESSIONS_OF_SID = endSessions('session-origin-end-of-sid', 'o.sid = $3');
