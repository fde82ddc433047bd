import type { Statement } from '../database/statement.js';
import { addressed } from '../members/addressed.sql.js';

const INVITATION_COLUMNS = `
  i.organization_id AS "organizationId", i.id, i.email, i.role,
  CASE WHEN i.state = 'pending' AND i.expires_at <= now() THEN 'expired' ELSE i.state END AS state,
  i.member_id AS "memberId", i.created_at AS "createdAt", i.expires_at AS "expiresAt"`;

/** $1 organization, $2 key of an address. */
export const FIND_ADDRESSED_MEMBER: Statement = {
  name: 'invitation-find-addressed-member',
  text: addressed('$2', 'TRUE'),
};

/** Makes room for a new invitation to the address. $1 organization, $2 key of the address. */
export const EXPIRE_INVITATION: Statement = {
  name: 'invitation-expire',
  text: `
    UPDATE invitations SET state = 'expired', settled_at = now()
    WHERE organization_id = $1 AND email_key = $2 AND state = 'pending' AND expires_at <= now()`,
};

/**
 * $1 organization, $2 id, $3 address, $4 its key, $5 role, $6 digest of the token, $7 member who invites or null,
 * $8 days.
 */
export const INSERT_INVITATION: Statement = {
  name: 'invitation-insert',
  text: `
    INSERT INTO invitations AS i (organization_id, id, email, email_key, role, state, token_digest, invited_by, expires_at)
    VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, now() + make_interval(days => $8))
    RETURNING ${INVITATION_COLUMNS}`,
};

/** $1 organization. */
export const LIST_INVITATIONS: Statement = {
  name: 'invitation-list',
  text: `SELECT ${INVITATION_COLUMNS} FROM invitations i WHERE i.organization_id = $1 ORDER BY i.id DESC LIMIT 500`,
};

/** Holds a pending invitation until the transaction ends. $1 digest of the token. */
export const LOCK_INVITATION: Statement = {
  name: 'invitation-lock',
  text: `
    SELECT ${INVITATION_COLUMNS} FROM invitations i
    WHERE i.token_digest = $1 AND i.state = 'pending' AND i.expires_at > now() FOR UPDATE`,
};

/** $1 organization, $2 id, $3 member. */
export const ACCEPT_INVITATION: Statement = {
  name: 'invitation-accept',
  text: `
    UPDATE invitations SET state = 'accepted', settled_at = now(), member_id = $3
    WHERE organization_id = $1 AND id = $2`,
};

/** $1 organization, $2 id. */
export const WITHDRAW_INVITATION: Statement = {
  name: 'invitation-withdraw',
  text: `
    UPDATE invitations i SET state = 'withdrawn', settled_at = now()
    WHERE i.organization_id = $1 AND i.id = $2 AND i.state = 'pending'
    RETURNING ${INVITATION_COLUMNS}`,
};
