import { PASSWORD_LENGTH } from './passwords.js';

/** What the accounts' rules refuse. */
abstract class UserError extends Error {}

/** Somebody's account elsewhere: only that person may let another organization in, by accepting an invitation. */
export class AccountBelongsToPerson extends UserError {
  constructor() {
    super('A person with this address already has an account. Invite them instead.');
  }
}

export class TooManyAttempts extends UserError {
  constructor(readonly retryAfterSeconds: number) {
    super('Too many attempts. Wait a while, then try again.');
  }
}

export class InvalidAddress extends UserError {
  constructor() {
    super('This is not an e-mail address.');
  }
}

export class PasswordUnacceptable extends UserError {
  constructor() {
    super(`A password has from ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.`);
  }
}
