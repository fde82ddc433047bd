/** What the rules of identity providers refuse. */
abstract class IdentityProviderError extends Error {}

export class ProviderNotFound extends IdentityProviderError {
  constructor() {
    super('There is no such identity provider.');
  }
}

export class InvalidIssuer extends IdentityProviderError {
  constructor() {
    super('The issuer is an https address without user name, query or fragment, like https://login.example.com.');
  }
}

export class InvalidDomain extends IdentityProviderError {
  constructor(readonly domain: string) {
    super(`"${domain}" is not a domain. Write the part behind the @, like example.com.`);
  }
}

export class DomainTaken extends IdentityProviderError {
  constructor(cause: unknown) {
    super('Another provider of this organization already has one of these domains. Remove it there first.', { cause });
  }
}

export class SecretMissing extends IdentityProviderError {
  constructor() {
    super('Enter the client secret: the provider is new, or it is another client than before.');
  }
}

export class UnknownProviderConnection extends IdentityProviderError {
  constructor() {
    super('There is no such connection. Choose one of those that the organization has.');
  }
}

export class TooManyProviders extends IdentityProviderError {
  constructor() {
    super('An organization has 20 providers at most. Remove one first.');
  }
}

/** Only what was checked can let people in. */
export class ProviderNotValidated extends IdentityProviderError {
  constructor() {
    super('Validate the configuration first.');
  }
}

/** Somebody else changed the provider meanwhile. */
export class ProviderChanged extends IdentityProviderError {
  constructor() {
    super('The provider was changed meanwhile. Look at it again, then repeat what you wanted.');
  }
}
