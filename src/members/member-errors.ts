/** What the members' rules refuse. Messages are for the person who asked. */
export abstract class MemberError extends Error {}

export class MemberNotFound extends MemberError {
  constructor() {
    super('There is no such member.');
  }
}

export class InvalidUserName extends MemberError {
  constructor() {
    super('A userName is up to 256 visible characters, none of them a compatibility form such as a full-width letter.');
  }
}

export class InvalidMemberName extends MemberError {
  constructor() {
    super('A name is 1 to 120 visible characters.');
  }
}

export class UserNameTaken extends MemberError {
  constructor(cause?: unknown) {
    super('Another member of this organization already has this userName.', { cause });
  }
}

export class ExternalIdTaken extends MemberError {
  constructor(cause?: unknown) {
    super('Another member of this connection already has this externalId.', { cause });
  }
}

export class AddressTaken extends MemberError {
  constructor(cause?: unknown) {
    super('This address belongs to a member of the organization who is not managed by a directory.', { cause });
  }
}

export class SeatLimitReached extends MemberError {
  constructor() {
    super('The plan has no free seat. Deactivate a member or ask an administrator of RuleForge for more seats.');
  }
}

export class LastAdministrator extends MemberError {
  constructor() {
    super('An organization keeps one active Administrator. Make another member Administrator first.');
  }
}

export class RecoveryAdministratorProtected extends MemberError {
  constructor() {
    super('The recovery administrator cannot be deactivated, removed or given another role.');
  }
}

export class RoleFromGroup extends MemberError {
  constructor(group: string) {
    super(
      `This role comes from the directory group "${group}". Take the member out of the group at the identity provider, or change what the group is mapped to.`,
    );
  }
}

export class MemberManagedByDirectory extends MemberError {
  constructor() {
    super('This member is managed by a directory. Change it at the identity provider.');
  }
}

export class ManagedByAnotherConnection extends MemberError {
  constructor() {
    super('This member is managed by another connection of the organization.');
  }
}

export class AdoptionOff extends MemberError {
  constructor() {
    super('This member was not created by the directory, and the connection may not take over existing members.');
  }
}

export class NeverManaged extends MemberError {
  constructor() {
    super('This member was not created by the directory and is not its to remove. An administrator can do it.');
  }
}

export class CannotStandOutside extends MemberError {
  constructor() {
    super(
      'A recovery administrator is an active Administrator with a password who is managed by hand and in no group of a directory.',
    );
  }
}

export class NoRecoveryAdministrator extends MemberError {
  constructor() {
    super('Name a recovery administrator first: one active Administrator whom no directory manages.');
  }
}

export class ConnectionRemoved extends MemberError {
  constructor(cause?: unknown) {
    super('This connection was removed. Set up another one in RuleForge, and enter its address and token.', { cause });
  }
}
