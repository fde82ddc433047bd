/**
 * Whether a refused request might succeed later. One without a valid token was nobody's; one that named a version (412)
 * read what is no longer so, and its sender reads again.
 */
export const canBeRetried = (operation: string, status: number): boolean =>
  METHODS.has(operation) && status !== 401 && status !== 412;

/** The HTTP method of each operation that can be applied again. */
export const METHODS: ReadonlyMap<string, 'POST' | 'PUT' | 'PATCH' | 'DELETE'> = new Map([
  ['Users.create', 'POST'],
  ['Users.replace', 'PUT'],
  ['Users.patch', 'PATCH'],
  ['Users.remove', 'DELETE'],
  ['Groups.create', 'POST'],
  ['Groups.replace', 'PUT'],
  ['Groups.patch', 'PATCH'],
  ['Groups.remove', 'DELETE'],
]);
