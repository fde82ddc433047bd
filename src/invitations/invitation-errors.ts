/** What the invitations' rules refuse. */
abstract class InvitationError extends Error {}

/** Unknown, used, expired and withdrawn are told apart for nobody who merely has a link. */
export class InvitationInvalid extends InvitationError {
  constructor() {
    super('This invitation cannot be used any more. Ask the person who sent it for a new one.');
  }
}

export class AlreadyInvited extends InvitationError {
  constructor(cause?: unknown) {
    super('This address has a pending invitation already.', { cause });
  }
}

export class AlreadyMember extends InvitationError {
  constructor() {
    super('This address belongs to a member of the organization already, active or deactivated.');
  }
}

/** Who has an account shows that it is theirs, by its password, before another organization is linked to it. */
export class WrongPassword extends InvitationError {
  constructor() {
    super('Sign in with the password of your existing account to accept.');
  }
}

/** Who gave the password away would enter the other organization by it, too. */
export class PasswordGiven extends InvitationError {
  constructor() {
    super('An administrator chose your password. Sign in, choose one of your own under Account, and accept then.');
  }
}

export class InvitationNotFound extends InvitationError {
  constructor() {
    super('There is no such pending invitation.');
  }
}

/** Letters to strangers are few, so that nobody is flooded in our name. */
export class TooManyInvitations extends InvitationError {
  constructor(most: number) {
    super(`An organization can invite ${most} people a day. Go on tomorrow, or let a directory provision them.`);
  }
}

export class SentTooOften extends InvitationError {
  constructor() {
    super('This invitation has been sent many times already. Withdraw it, and ask the person before you invite again.');
  }
}
