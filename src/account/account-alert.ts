import { InvalidCredentials, PasswordManagedElsewhere } from '../identity/identity-errors.js';
import { PasswordUnacceptable, TooManyAttempts } from '../users/user-errors.js';
import type { PasswordAlert } from './account-page.js';

/** What *Account* says to an error; nothing, when it is none of a new password's. */
export const findPasswordAlert = (error: unknown): PasswordAlert | undefined =>
  error instanceof Error ? ALERTS.get(error.constructor) : undefined;

const ALERTS = new Map<unknown, PasswordAlert>([
  [InvalidCredentials, 'wrong'],
  [TooManyAttempts, 'too-many'],
  [PasswordUnacceptable, 'unacceptable'],
  [PasswordManagedElsewhere, 'managed'],
]);
