import type { Membership } from '../users/users.service.js';

/** Why nobody is signed in. */
abstract class IdentityError extends Error {}

/** One answer for an unknown address, a wrong password, and an account that may not sign in by password. */
export class InvalidCredentials extends IdentityError {
  constructor() {
    super('E-mail and password do not match an account that can sign in here.');
  }
}

/** The credentials are right, and good for several organizations. */
export class OrganizationRequired extends IdentityError {
  constructor(readonly memberships: readonly Membership[]) {
    super('This account belongs to several organizations. Choose one.');
  }
}

/** The person's organization lets nobody change this here: its identity provider does. */
export class PasswordManagedElsewhere extends IdentityError {
  constructor() {
    super('Your identity provider manages how you sign in. Change your password there.');
  }
}

export class SessionNotFound extends IdentityError {
  constructor() {
    super('This session is over already.');
  }
}

/** The present session does not open the other organization. */
export class SignInElsewhere extends IdentityError {
  constructor() {
    super('Sign in to the other organization to open it.');
  }
}
