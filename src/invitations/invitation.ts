import type { Role } from '../members/roles.js';

/** What has become of it. `linked`: a directory made the invited person a member. */
type InvitationState = 'pending' | 'accepted' | 'linked' | 'expired' | 'withdrawn';

export interface Invitation {
  readonly organizationId: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly state: InvitationState;
  /** Whom it led to. */
  readonly memberId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface CreatedInvitation extends Invitation {
  /** What the link holds; the only time that it is seen. */
  readonly token: string;
}
