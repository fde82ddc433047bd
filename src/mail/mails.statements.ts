import type { Statement } from '../database/statement.js';

/** $1 id, $2 id of what it is about or null, $3 recipient, $4 subject, $5 text, $6 HTML. */
export const INSERT_MAIL: Statement = {
  name: 'mail-insert',
  text: 'INSERT INTO mails (id, about, recipient, subject, text, html) VALUES ($1, $2, $3, $4, $5, $6)',
};

/** What was to be sent of it, and was not yet, is not sent. $1 id of what it is about. */
export const FORGET_MAILS_ABOUT: Statement = {
  name: 'mail-forget-about',
  text: 'DELETE FROM mails WHERE about = $1',
};

/**
 * Takes what is due. Nobody else takes it until the lease ends: if whoever did dies meanwhile, somebody does then.
 * $1 the most, $2 the lease in seconds.
 */
export const CLAIM_MAILS: Statement = {
  name: 'mail-claim',
  text: `
    UPDATE mails m SET attempts = attempts + 1, due_at = now() + make_interval(secs => $2)
    WHERE id IN (
      SELECT id FROM mails WHERE given_up_at IS NULL AND due_at <= now()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, recipient, subject, text, html, attempts`,
};

/** $1 id. */
export const DELETE_MAIL: Statement = { name: 'mail-delete', text: 'DELETE FROM mails WHERE id = $1' };

/** $1 id, $2 what went wrong, $3 seconds. */
export const POSTPONE_MAIL: Statement = {
  name: 'mail-postpone',
  text: 'UPDATE mails SET last_error = $2, due_at = now() + make_interval(secs => $3) WHERE id = $1',
};

/** $1 id, $2 what went wrong. */
export const GIVE_MAIL_UP: Statement = {
  name: 'mail-give-up',
  text: `UPDATE mails SET last_error = $2, given_up_at = now(), subject = '', text = '', html = '' WHERE id = $1`,
};

/** $1 days. */
export const PRUNE_MAILS: Statement = {
  name: 'mail-prune',
  text: 'DELETE FROM mails WHERE given_up_at < now() - make_interval(days => $1)',
};
