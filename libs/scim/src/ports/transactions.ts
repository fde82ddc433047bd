/** Where transactions start. `Tx` is whatever the host's ports need to take part in one. */
export abstract class Transactions<Tx = unknown> {
  /** Runs `work` in one transaction: committed when it resolves, rolled back, leaving nothing, when it rejects. */
  abstract run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;

  /** Each statement by itself: PostgreSQL makes every one of them a transaction of its own. */
  abstract readonly single: Tx;
}
