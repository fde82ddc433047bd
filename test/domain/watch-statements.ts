import type pg from 'pg';
import type { Domain } from './domain.js';

export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What is sent to the database from now on; whoever looks may empty it. */
export function watchStatements(domain: Domain): SentStatement[] {
  const sent: SentStatement[] = [];
  const watched = new WeakSet<pg.PoolClient>();
  const pool = (domain.tx.dataSource.driver as unknown as { master: pg.Pool }).master;
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const watching = (...given: readonly unknown[]) => {
      const [statement, values = []] = given as readonly [string | SentStatement, (readonly unknown[])?];
      sent.push(typeof statement === 'string' ? { text: statement, values } : statement);
      return query(...given);
    };
    client.query = watching as typeof client.query;
  });
  return sent;
}
