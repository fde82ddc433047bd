import { UnauthorizedException } from '@nestjs/common';
import type { PersonInSession } from '../../../sessions/session.js';
import type { ConfirmAlert } from './confirm-messages.js';

/** Where somebody confirms who they are, and comes back from. */
export const CONFIRM_PATH = '/confirm';

/** What a form held that was sent too late: it goes on from where it was when the proof is there. */
export interface HeldForm {
  readonly action: string;
  /** The page that has the form. */
  readonly page: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Something was asked for that a session opens only for a while after its holder proved who they are. */
export class FreshSignInRequired extends UnauthorizedException {
  constructor(
    readonly person: PersonInSession,
    readonly path: string,
    /** Nothing, when a page was asked for. */
    readonly form?: HeldForm,
    /** Why the proof that came along is none. */
    readonly alert?: ConfirmAlert,
  ) {
    super('Confirm who you are: sign in again, then repeat this.');
  }

  get confirmPath(): string {
    return `${CONFIRM_PATH}?next=${encodeURIComponent(this.path)}`;
  }
}
