/**
 * Answers many askers with few reads and nobody with an old one: whoever asks while a read is under way waits for the
 * next, which starts after the question. So a change that was committed before the question is always seen, which no
 * cache can promise.
 */
export class GatheredReads<Key, Row> {
  private gathering?: { readonly keys: Set<Key>; readonly rows: Promise<ReadonlyMap<Key, Row>> };
  private lastRead: Promise<unknown> = Promise.resolve();

  constructor(private readonly read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>) {}

  async find(key: Key): Promise<Row | undefined> {
    this.gathering ??= this.gather();
    this.gathering.keys.add(key);
    return (await this.gathering.rows).get(key);
  }

  private gather() {
    const keys = new Set<Key>();
    const rows = this.lastRead.then(() => {
      this.gathering = undefined;
      return this.read([...keys]);
    });
    this.lastRead = rows.catch(() => undefined);
    return { keys, rows };
  }
}
