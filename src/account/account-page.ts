import type { ListedSession } from '../sessions/session.js';

/** What can have been done just now. */
export const DONE = ['language', 'password', 'session'] as const;
export type Done = (typeof DONE)[number];

/** Why something was not done; the page says so where it was asked for. */
export type PasswordAlert = 'wrong' | 'too-many' | 'unacceptable' | 'different' | 'managed';
export type SessionAlert = 'gone';

/** What *Account* shows. */
export interface AccountPage {
  readonly memberName: string;
  readonly email: string | null;
  /** What manages name, e-mail and sign-in, when it is an identity provider. */
  readonly managedBy: string | undefined;
  readonly hasPassword: boolean;
  readonly sessions: readonly OwnSession[];
}

export interface OwnSession extends ListedSession {
  /** Whether it is the one in which the page is read. */
  readonly isThis: boolean;
}
