import type { Person } from '../members/person.js';

/** The session in which somebody acts. */
export interface Session {
  /** Names it to its holder; opens nothing. */
  readonly id: string;
  readonly openedBy: 'password' | 'oidc';
  /** Since its holder proved last who they are. */
  readonly provedSecondsAgo: number;
}

/** Somebody who acts in a session. */
export interface PersonInSession extends Person {
  readonly session: Session;
}
