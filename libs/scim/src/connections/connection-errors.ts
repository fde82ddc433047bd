/** There is no connection with this id, or it was removed. */
export class UnknownConnection extends Error {
  constructor(id: string) {
    super(`No connection has the id "${id}".`);
    this.name = 'UnknownConnection';
  }
}
