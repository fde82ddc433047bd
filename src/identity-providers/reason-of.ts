/** What went wrong, for the log: the messages from an error to its root, and nothing of what a provider sent. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.cause instanceof Error ? [reasonOf(error.cause)] : [])].join(' ← ')
    : 'unknown';
