/** Node's and the driver's words for a database that cannot be reached. */
const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

/**
 * SQLSTATEs that say "not now": connection exceptions, resources, operator intervention (a statement or lock that took
 * too long among them), serialization failures and deadlocks, a server that became read-only, one that does not let us
 * in (a password or a database that is being changed).
 */
const PASSING_STATES = /^(?:08|28|3D|53|55|57|58|40001|40P01|25006|25P03)/;
/** TypeORM says "already released" of a transaction whose connection was lost between two statements. */
const PASSING_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|already released|driver.*not.*connected|Query read timeout|pool after calling end/i;

/** Whether an error is our own trouble that a repeated request may not meet again. */
export function isOutage(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (CONNECTION_CODES.has(code) || PASSING_STATES.test(code) || PASSING_MESSAGES.test(cause.message)) return true;
  }
  return false;
}
