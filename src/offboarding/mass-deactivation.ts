/** A directory deactivated so many within an hour that somebody should look. */
export interface MassDeactivation {
  readonly id: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly beganAt: Date;
  readonly lastAt: Date;
  readonly outcome: 'undone' | 'accepted' | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  /** Who lost access by it. */
  readonly people: number;
  /** Of those, who are still deactivated by it and can have their access back. */
  readonly restorable: number;
  /** Of those, whom the directory has deleted since: they cannot come back by this. */
  readonly removed: number;
  /** Whether it is no more than thirty days old. */
  readonly isRecent: boolean;
}

/** Why nothing is undone. Messages are for the administrator who asked. */
abstract class MassDeactivationError extends Error {}

export class MassDeactivationNotFound extends MassDeactivationError {
  constructor() {
    super('There is no such mass deactivation.');
  }
}

export class UndoneAlready extends MassDeactivationError {
  constructor() {
    super('This mass deactivation was undone already.');
  }
}

export class UndoExpired extends MassDeactivationError {
  constructor() {
    super('A mass deactivation can be undone for 30 days. Assign the people again at the identity provider.');
  }
}

export class NobodyToRestore extends MassDeactivationError {
  constructor() {
    super('Nobody is left whose access could be given back: all were reactivated or deleted since.');
  }
}
