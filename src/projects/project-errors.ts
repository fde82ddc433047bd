/** What the projects' rules refuse. Messages are for the person who asked. */
abstract class ProjectError extends Error {}

export class ProjectNotFound extends ProjectError {
  constructor() {
    super('There is no such project.');
  }
}

export class ProjectNameTaken extends ProjectError {
  constructor(cause?: unknown) {
    super('Another project of this organization already has this name.', { cause });
  }
}

export class InvalidProjectName extends ProjectError {
  constructor() {
    super('A project needs a name of up to 120 visible characters.');
  }
}
