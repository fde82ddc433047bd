/** Where transactions start. `Tx` is whatever the host's ports need to take part in one. */
export abstract class Transactions<Tx = unknown> {
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back, leaving nothing, when it rejects, with what
   * it rejected with. Nobody else sees any of it before the commit. Transactions at the same time are each for
   * themselves. When the database undid it for another's sake (a deadlock), `work` may be run again from its beginning: it
   * has no effects but through `tx`.
   */
  abstract run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;

  /** Each statement by itself: PostgreSQL makes every one of them a transaction of its own. */
  abstract readonly single: Tx;
}
