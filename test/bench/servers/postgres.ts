import pg from 'pg';
import { clusterIn } from '../../../src/database/embedded/cluster.js';
import { EmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { findPostmaster } from '../../../src/database/embedded/postmaster.js';

/** A PostgreSQL of our own, as durable as in production, that counts the statements of each database. */
export class Postgres {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly dataDirectory: string,
    private readonly client: pg.Client,
    /** Whether this PostgreSQL comes with the extension that counts. */
    private readonly counts: boolean,
  ) {}

  static async start(dataDirectory: string): Promise<Postgres> {
    const server = await EmbeddedPostgres.start({ dataDirectory, durable: true });
    const counts = await prepareCounting(server.url);
    if (!counts) return new Postgres(server, dataDirectory, await connect(server.url), counts);
    await server.stop();
    const counting = await EmbeddedPostgres.start({ dataDirectory, durable: true });
    const client = await connect(counting.url);
    await client.query('CREATE EXTENSION pg_stat_statements');
    return new Postgres(counting, dataDirectory, client, counts);
  }

  /** The process that all others of the server descend from. */
  get pid(): number {
    return findPostmaster(clusterIn(this.dataDirectory))!.pid;
  }

  urlOf(database: string): string {
    const url = new URL(this.server.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  /** An empty database, or a copy of one that nobody is connected to. */
  async create(database: string, template?: string): Promise<void> {
    const copied = template === undefined ? '' : ` TEMPLATE ${template} STRATEGY file_copy`;
    await this.client.query(`CREATE DATABASE ${database}${copied}`);
  }

  /** What autovacuum would do after rows by the hundred thousand, now rather than during a measurement. */
  async vacuum(database: string): Promise<void> {
    const client = await connect(this.urlOf(database));
    await client.query('VACUUM ANALYZE');
    await client.end();
  }

  /** Writes all changed pages, so that no measurement pays for what went before it. */
  async checkpoint(): Promise<void> {
    await this.client.query('CHECKPOINT');
  }

  /** Statements that clients have run in a database so far; `undefined` where nothing counts them. */
  async statementsIn(database: string): Promise<number | undefined> {
    if (!this.counts) return undefined;
    const { rows } = await this.client.query<{ calls: number }>(COUNT, [database]);
    return rows[0]!.calls;
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.server.stop();
  }
}

const COUNT = `
  SELECT COALESCE(sum(s.calls), 0)::float8 AS calls
  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1`;

async function prepareCounting(url: string): Promise<boolean> {
  const client = await connect(url);
  const { rows } = await client.query("SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements'");
  if (rows.length > 0) await client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await client.end();
  return rows.length > 0;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}
