/** Too many entries had to be looked at. */
export class AuditSearchTimedOut extends Error {
  constructor(cause: unknown) {
    super('This search takes too long. Choose a shorter period, or other words.', { cause });
  }
}

/** Whether PostgreSQL gave a statement up that took too long (SQLSTATE 57014). */
export const wasCancelled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';
