import type { DataSource, EntityManager } from 'typeorm';

/** A written statement; each connection of the pool plans it once, under its name. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

interface PgDriver {
  query(query: PreparedStatement & { values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Runs a statement by itself, past TypeORM, which knows no names: for what every request waits for. */
export const runPrepared = <Row>(
  { manager }: DataSource,
  statement: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> => runStatement(manager, statement, values);

/**
 * Like `runPrepared`, but inside the transaction that `tx` belongs to, if it belongs to one.
 * @throws the driver's error as it is; its `constraint` names what was violated
 */
export async function runStatement<Row>(
  tx: EntityManager,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const driver = (await driverOf(tx)) as PgDriver;
  return (await driver.query({ name, text, values })).rows as Row[];
}

const driverOf = (tx: EntityManager): unknown =>
  tx.queryRunner ? tx.queryRunner.connect() : (tx.dataSource.driver as { master?: unknown }).master;
