import type { Role } from '../members/roles.js';

/**
 * What has become of it. `accepted`: by somebody who had no account before. `linked`: to an account that was there, by its
 * holder or by a directory that made the person a member.
 */
export type InvitationState = 'pending' | 'accepted' | 'expired' | 'linked' | 'withdrawn';

/** How the letter fares as long as it has not arrived. */
type LetterState = 'waiting' | 'given-up';

export interface Invitation {
  readonly organizationId: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly state: InvitationState;
  /** Whom it led to. */
  readonly memberId: string | null;
  /** The language of the letter. */
  readonly language: string;
  /** Null when the mail server has it, or none was sent. */
  readonly letter: LetterState | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface CreatedInvitation extends Invitation {
  /** What the link holds; the only time that it is seen. */
  readonly token: string;
  readonly url: string;
}

/** An invitation as its link shows it to whoever holds it. */
export interface OpenInvitation {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string;
  /** Whether the address has an account with a password, which is asked for. */
  readonly hasAccount: boolean;
}

export interface InvitationList {
  readonly invitations: readonly Invitation[];
  /** The `before` of the next, older page; absent on the last one. */
  readonly next?: string;
}
