import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** As many connections as the application has. */
const POOL_SIZE = 10;

/** The floor's road to PostgreSQL: named statements through `pg`, as near to it as JavaScript gets. */
@Injectable()
export class FloorDatabase implements OnApplicationShutdown {
  private readonly pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    max: POOL_SIZE,
    keepAlive: true,
  });

  async all<Row extends pg.QueryResultRow>(statement: pg.QueryConfig, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
