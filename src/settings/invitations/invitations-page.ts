import type { CreatedInvitation, Invitation } from '../../invitations/invitation.js';
import type { InvitationForm } from './invitation-form.js';
import type { ShownState } from './invitations-query.js';

/** Whether invitations are mailed, or their links handed over by people. */
interface Delivery {
  readonly mails: boolean;
}

/** One page of *Pending invitations*. */
export interface InvitationsPage extends Delivery {
  readonly state: ShownState;
  readonly invitations: readonly Invitation[];
  /** The cursor of the next, older page. */
  readonly next: string | undefined;
}

/** *New invitation*, as far as it is filled in. */
export interface NewInvitationPage extends Delivery {
  readonly form: InvitationForm;
  /** Whether only people whom a directory provisioned enter through the identity provider. */
  readonly byDirectory: boolean;
  readonly seats: { readonly taken: number; readonly of: number } | undefined;
}

/** An invitation that has just got a link, which is shown once. */
export interface SentInvitationPage extends Delivery {
  readonly invitation: CreatedInvitation;
  /** Whether it had one before, which is dead now. */
  readonly again: boolean;
}
