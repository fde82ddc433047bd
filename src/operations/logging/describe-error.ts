/** What the log tells of an error. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/**
 * Tells an error without the values that it carries. PostgreSQL puts the rows and parameters of people into messages and
 * details, so of its errors only code and names are told.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error was thrown' };
  return {
    type: error.name,
    message: isFromDatabase(error) ? describeDatabaseError(error) : error.message,
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

interface DatabaseError extends Error {
  readonly code: string;
  readonly table?: string;
  readonly constraint?: string;
}

const isFromDatabase = (error: Error): error is DatabaseError =>
  'severity' in error || ('driverError' in error && error.driverError instanceof Error);

const describeDatabaseError = ({ code, table, constraint }: DatabaseError) =>
  ['database error', code, table, constraint].filter(Boolean).join(' ');

const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
