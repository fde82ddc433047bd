/** What the API keys' rules refuse. */
abstract class ApiKeyError extends Error {}

export class ApiKeyNotFound extends ApiKeyError {
  constructor() {
    super('There is no such API key.');
  }
}

export class ApiKeyOwnerInactive extends ApiKeyError {
  constructor() {
    super('Only an active member can own an API key.');
  }
}
