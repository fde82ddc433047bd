/** A connection has as many OAuth clients as it may have. */
export class OAuthClientLimitReached extends Error {
  constructor(limit: number) {
    super(`The connection already has ${limit} OAuth clients. Revoke one that is not used any more.`);
    this.name = 'OAuthClientLimitReached';
  }
}

/** There is no live OAuth client with this id. */
export class UnknownOAuthClient extends Error {
  constructor(id: string) {
    super(`No live OAuth client has the id "${id}".`);
    this.name = 'UnknownOAuthClient';
  }
}

/** What was asked for belongs to the other way of proving who one is. */
export class OtherClientMethod extends Error {
  constructor(does: 'secrets' | 'keys') {
    super(`This client proves itself by ${does}. Create another client for the other way, and revoke this one.`);
    this.name = 'OtherClientMethod';
  }
}

/** These are no public keys that a client may sign with. */
export class UnusableKeys extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnusableKeys';
  }
}
