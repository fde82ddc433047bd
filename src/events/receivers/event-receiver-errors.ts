/** What the rules of event receivers refuse. Messages are for the administrator who asked. */
abstract class EventReceiverError extends Error {}

export class EventReceiverNotFound extends EventReceiverError {
  constructor() {
    super('There is no such event receiver.');
  }
}

export class TooManyEventReceivers extends EventReceiverError {
  constructor(most: number) {
    super(`An organization can have ${most} event receivers. Remove one that is not needed.`);
  }
}

export class NotOfThisKind extends EventReceiverError {
  constructor(field: string, kind: string) {
    super(`A ${kind} has no ${field}. Leave it out, or create another receiver.`);
  }
}

export class WebhookUrlRefused extends EventReceiverError {
  constructor(why: string) {
    super(`The URL cannot be used: ${why}`);
  }
}
