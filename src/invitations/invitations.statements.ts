import type { Statement } from '../database/statement.js';
import type { InvitationState } from './invitation.js';

const INVITATION_COLUMNS = `
  i.organization_id AS "organizationId", i.id, i.email, i.role,
  CASE WHEN i.state = 'pending' AND i.expires_at <= now() THEN 'expired' ELSE i.state END AS state,
  i.member_id AS "memberId", i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.language, (
    SELECT CASE WHEN l.given_up_at IS NULL THEN 'waiting' ELSE 'given-up' END FROM mails l WHERE l.about = i.id LIMIT 1
  ) AS letter`;

const ORGANIZATION_NAME = `(SELECT o.name FROM organizations o WHERE o.id = i.organization_id) AS "organizationName"`;

/** Makes room for a new invitation to the address. $1 organization, $2 key of the address. */
export const EXPIRE_INVITATION: Statement = {
  name: 'invitation-expire',
  text: `
    UPDATE invitations SET state = 'expired', settled_at = now()
    WHERE organization_id = $1 AND email_key = $2 AND state = 'pending' AND expires_at <= now()`,
};

/** As many as there are of `most` at most. $1 organization, $2 the id before the first one, $3 most. */
export const COUNT_RECENT_INVITATIONS: Statement = {
  name: 'invitation-count-recent',
  text: `
    SELECT count(*)::int AS count
    FROM (SELECT FROM invitations WHERE organization_id = $1 AND id > $2 LIMIT $3) AS recent`,
};

/**
 * $1 organization, $2 id, $3 address, $4 its key, $5 role, $6 digest of the token, $7 member who invites or null,
 * $8 days, $9 language.
 */
export const INSERT_INVITATION: Statement = {
  name: 'invitation-insert',
  text: `
    INSERT INTO invitations AS i (organization_id, id, email, email_key, role, state, token_digest, invited_by,
      expires_at, language)
    VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, now() + make_interval(days => $8), $9)
    RETURNING ${INVITATION_COLUMNS}, ${ORGANIZATION_NAME}`,
};

const CONDITIONS: Readonly<Record<InvitationState, string>> = {
  pending: `i.state = 'pending' AND i.expires_at > now()`,
  accepted: `i.state = 'accepted'`,
  expired: `i.state IN ('expired', 'pending') AND (i.state = 'expired' OR i.expires_at <= now())`,
  linked: `i.state = 'linked'`,
  withdrawn: `i.state = 'withdrawn'`,
};

const listOf = (name: string, condition: string): Statement => ({
  name: `invitation-list-${name}`,
  text: `
    SELECT ${INVITATION_COLUMNS} FROM invitations i
    WHERE i.organization_id = $1 AND ${condition} AND ($2::uuid IS NULL OR i.id < $2::uuid)
    ORDER BY i.id DESC LIMIT $3`,
});

/** The newest first, of that state or of any. $1 organization, $2 the last id of the page before or null, $3 most. */
export const LIST_INVITATIONS: Readonly<Record<InvitationState | 'any', Statement>> = {
  pending: listOf('pending', CONDITIONS.pending),
  accepted: listOf('accepted', CONDITIONS.accepted),
  expired: listOf('expired', CONDITIONS.expired),
  linked: listOf('linked', CONDITIONS.linked),
  withdrawn: listOf('withdrawn', CONDITIONS.withdrawn),
  any: listOf('any', 'TRUE'),
};

/** $1 digest of the token. */
export const FIND_OPEN_INVITATION: Statement = {
  name: 'invitation-find-open',
  text: `
    SELECT i.organization_id AS "organizationId", ${ORGANIZATION_NAME}, i.email, i.role, i.language,
      EXISTS (SELECT FROM users u WHERE u.email_key = i.email_key AND u.password_digest IS NOT NULL) AS "hasAccount"
    FROM invitations i WHERE i.token_digest = $1 AND i.state = 'pending' AND i.expires_at > now()`,
};

/** Holds a pending invitation until the transaction ends. $1 digest of the token. */
export const LOCK_INVITATION: Statement = {
  name: 'invitation-lock',
  text: `
    SELECT ${INVITATION_COLUMNS} FROM invitations i
    WHERE i.token_digest = $1 AND i.state = 'pending' AND i.expires_at > now() FOR UPDATE`,
};

/** $1 organization, $2 id, $3 member, $4 state. */
export const SETTLE_INVITATION: Statement = {
  name: 'invitation-settle',
  text: `
    UPDATE invitations SET state = $4, settled_at = now(), member_id = $3
    WHERE organization_id = $1 AND id = $2`,
};

/** Holds one that nobody has used. $1 organization, $2 id. */
export const LOCK_UNUSED_INVITATION: Statement = {
  name: 'invitation-lock-unused',
  text: `
    SELECT i.email_key AS "emailKey", i.links FROM invitations i
    WHERE i.organization_id = $1 AND i.id = $2 AND i.state IN ('pending', 'expired') FOR UPDATE`,
};

/** Another link, in place of the one before. $1 organization, $2 id, $3 digest of the token, $4 days. */
export const RENEW_INVITATION: Statement = {
  name: 'invitation-renew',
  text: `
    UPDATE invitations i SET state = 'pending', settled_at = NULL, token_digest = $3, links = i.links + 1,
      expires_at = now() + make_interval(days => $4)
    WHERE i.organization_id = $1 AND i.id = $2
    RETURNING ${INVITATION_COLUMNS}, ${ORGANIZATION_NAME}`,
};

/** $1 organization, $2 id. */
export const WITHDRAW_INVITATION: Statement = {
  name: 'invitation-withdraw',
  text: `
    UPDATE invitations i SET state = 'withdrawn', settled_at = now()
    WHERE i.organization_id = $1 AND i.id = $2 AND i.state = 'pending'
    RETURNING ${INVITATION_COLUMNS}`,
};
