/** What the organizations' rules refuse. */
abstract class OrganizationError extends Error {}

export class OrganizationNotFound extends OrganizationError {
  constructor() {
    super('There is no such organization.');
  }
}
