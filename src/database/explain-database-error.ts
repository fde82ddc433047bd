import { StartError } from '../config/start-error.js';

/** An error of the first connection as a sentence for the operator; any other error as it is. Tells no password. */
export function explainDatabaseError(error: unknown, url: string): unknown {
  const code = codeOf(error);
  const reason = REASONS.get(code);
  if (!reason && !code.startsWith('E')) return error;
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname || 'the local socket'}${port && `:${port}`}`;
  return new StartError(
    `The database ${decodeURIComponent(pathname.slice(1))} at ${place} (DATABASE_URL) cannot be used: ${reason ?? code}.`,
    { cause: error },
  );
}

/** Node tries every address of a name and gathers the refusals. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  if (error.message.includes('timeout')) return 'ETIMEDOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const REASONS = new Map([
  ['ECONNREFUSED', 'nobody listens there'],
  ['ENOTFOUND', 'no such host is known'],
  ['EAI_AGAIN', 'its name cannot be looked up'],
  ['ENOENT', 'there is no such socket'],
  ['ETIMEDOUT', 'it does not answer'],
  ['28P01', 'it refuses the password'],
  ['28000', 'it refuses the user'],
  ['3D000', 'it has no database of that name'],
  ['42501', 'the user may not create tables there'],
  ['53300', 'it has no connection left'],
  ['57P03', 'it is starting or stopping'],
]);
