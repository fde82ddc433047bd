import type pg from 'pg';
import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** The database connections of this process, as they are when somebody asks. */
export function gaugePool(registry: Registry, dataSource: DataSource): void {
  const { master: pool } = dataSource.driver as unknown as { master: pg.Pool };
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('database_connections', 'Connections that are open.', () => pool.totalCount);
  gauge('database_connections_idle', 'Connections that are open and unused.', () => pool.idleCount);
  gauge('database_connections_awaited', 'Those who wait for a connection.', () => pool.waitingCount);
}
