import type { Person } from '../members/person.js';

/** The session in which somebody acts. */
export interface Session {
  /** Names it to its holder; opens nothing. */
  readonly id: string;
  readonly openedBy: 'password' | 'oidc';
  /** Since its holder proved last who they are. */
  readonly provedSecondsAgo: number;
}

/** Another organization of an account whose password opened the session: nothing is known of it here but its name. */
export interface Elsewhere {
  readonly organizationId: string;
  readonly organizationName: string;
  /** Whether the account's password lets in there; else the organization's own identity provider does. */
  readonly byPassword: boolean;
}

/** Somebody who acts in a session. */
export interface PersonInSession extends Person {
  readonly session: Session;
  /** None in a session that an identity provider opened: it speaks for its own organization alone. */
  readonly elsewhere: readonly Elsewhere[];
}

/** A session as its holder sees it in a list. */
export interface ListedSession {
  readonly id: string;
  readonly openedBy: Session['openedBy'];
  readonly address: string | null;
  /** What the browser called itself. */
  readonly client: string | null;
  readonly createdAt: Date;
  /** To within five minutes. */
  readonly lastSeenAt: Date;
}

/** A session that has just ended. */
export interface EndedSession extends Pick<ListedSession, 'client' | 'address'> {
  /** How long it would have lasted. */
  readonly secondsLeft: number;
}

/** Sessions that ended at once, of one membership of an account. */
export interface EndedSessions {
  readonly organizationId: string;
  readonly memberId: string;
  readonly name: string;
  readonly count: number;
}
