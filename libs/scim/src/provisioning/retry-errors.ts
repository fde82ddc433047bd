/** Why a refused request is not applied again. Messages are for the administrator who asked. */
export abstract class RetryError extends Error {}

export class RequestNotKept extends RetryError {
  constructor() {
    super('The body of this request is not kept: the identity provider has to send it again.');
  }
}

export class RequestOutdated extends RetryError {
  constructor() {
    super('A newer request has changed this since: applying the older one would put back what it said.');
  }
}

export class ConnectionNotActive extends RetryError {
  constructor() {
    super('The connection is not active: resume it first.');
  }
}
