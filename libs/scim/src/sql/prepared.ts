import type { DataSource } from 'typeorm';

/** A written statement; each connection of the pool plans it once, under its name. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

interface PgPool {
  query(query: PreparedStatement & { values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Runs a statement by itself, past TypeORM, which knows no names: for what every request waits for. */
export async function runPrepared<Row>(
  dataSource: DataSource,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { master: PgPool };
  return (await master.query({ name, text, values })).rows as Row[];
}
