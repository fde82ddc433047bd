import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** The statements that are sent to a database, BEGIN and COMMIT among them. */
export class SentStatements {
  private readonly watched = new WeakSet<pg.PoolClient>();
  private texts: string[] = [];

  constructor({ tx }: { readonly tx: EntityManager }) {
    const { master } = tx.dataSource.driver as unknown as { master: pg.Pool };
    master.on('acquire', (client) => this.watch(client));
  }

  /** Those that `act` sends. */
  async during(act: () => Promise<unknown>): Promise<readonly string[]> {
    this.texts = [];
    await act();
    return this.texts;
  }

  private watch(client: pg.PoolClient): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const noting = (statement: string | { text: string }, ...more: unknown[]) => {
      this.texts.push(typeof statement === 'string' ? statement : statement.text);
      return query(statement, ...more);
    };
    client.query = noting as typeof client.query;
  }
}
