/** Why a sign-in through a provider ended before it was known who it is. The message is for the log. */
abstract class SingleSignOnError extends Error {}

/** Used before, expired, begun in another browser, or never begun. */
export class FlowUnknown extends SingleSignOnError {
  constructor() {
    super('This sign-in is over, or was begun elsewhere.');
  }
}

/** The provider answered that it lets nobody in; `code` is its word (OAuth 2.0 §4.1.2.1). */
export class ProviderRefused extends SingleSignOnError {
  constructor(
    readonly code: string,
    cause: unknown,
  ) {
    super('The identity provider did not sign the person in.', { cause });
  }
}

/** What the provider, or somebody in its name, sent proves nothing. */
export class AnswerInvalid extends SingleSignOnError {
  constructor(cause?: unknown) {
    super('The answer of the identity provider does not hold.', { cause });
  }
}

/** The provider cannot be asked. */
export class ProviderAway extends SingleSignOnError {
  constructor(cause: unknown) {
    super('The identity provider cannot be reached, or does not answer as one.', { cause });
  }
}

/** The provider does not accept RuleForge's own credentials. */
export class ClientRejected extends SingleSignOnError {
  constructor(cause: unknown) {
    super('The identity provider does not accept the client id and secret.', { cause });
  }
}
