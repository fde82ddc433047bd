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
