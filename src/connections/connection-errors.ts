/** What administrators are refused about connections. Messages are for the person who asked. */
abstract class ConnectionError extends Error {}

/** The page was older than what it asked for: another tab, another person, or the back button was faster. */
export class SeenTooEarly extends ConnectionError {
  constructor() {
    super('The credentials of this connection have changed since the page was shown. Look at it again.');
  }
}

export class CredentialGone extends ConnectionError {
  constructor() {
    super('This credential has ended, or another one has already been issued in its place.');
  }
}

export class NotInThisState extends ConnectionError {
  constructor() {
    super('The connection is in another state by now. Look at it again.');
  }
}

export class NothingToSettle extends ConnectionError {
  constructor() {
    super('This connection was removed, and keeps nobody any more.');
  }
}
