/** What the rules of role mapping refuse. Messages are for the administrator who asked. */
abstract class RoleMappingError extends Error {}

export class ConnectionNotFound extends RoleMappingError {
  constructor() {
    super('There is no such connection.');
  }
}

export class GroupNotFound extends RoleMappingError {
  constructor(id: string) {
    super(`The connection has no group with the id "${id}". It may have been deleted: reload the list of groups.`);
  }
}

export class UnknownProject extends RoleMappingError {
  constructor(id: string) {
    super(`There is no project with the id "${id}".`);
  }
}

export class AdministratorByName extends RoleMappingError {
  constructor(name: string) {
    super(
      `Nothing becomes Administrator by a group's name. Choose the group "${name}" itself when it is there, or prepare the mapping by its externalId.`,
    );
  }
}

export class AdministratorInProject extends RoleMappingError {
  constructor() {
    super('Administrator is a role in the organization. In a project, choose another role.');
  }
}

export class AdministratorUnconfirmed extends RoleMappingError {
  constructor() {
    super('These mappings make the members of a group Administrators. Confirm that this is what you want.');
  }
}

export class GroupMappedTwice extends RoleMappingError {
  constructor(group: string) {
    super(
      `The group "${group}" is mapped twice. Keep one mapping to a role in the organization, and one to each role in a project.`,
    );
  }
}

export class PreviewOutdated extends RoleMappingError {
  constructor() {
    super('Groups, members or mappings have changed since this preview was made. Look at a new one, then apply it.');
  }
}
