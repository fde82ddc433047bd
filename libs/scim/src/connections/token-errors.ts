/** A connection has as many live tokens as it may have. */
export class TokenLimitReached extends Error {
  constructor(limit: number) {
    super(`The connection already has ${limit} live tokens. Revoke one that is not used any more.`);
    this.name = 'TokenLimitReached';
  }
}

/** A token would live longer than any may, or not at all. */
export class TokenLifeOutOfBounds extends Error {
  constructor(mostDays: number) {
    super(`A token lives for 1 to ${mostDays} days.`);
    this.name = 'TokenLifeOutOfBounds';
  }
}

/** There is no live token with this key id. */
export class UnknownToken extends Error {
  constructor(id: string) {
    super(`No live token has the key id "${id}".`);
    this.name = 'UnknownToken';
  }
}
