import type pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections that this process may hold at once. */
  readonly poolSize: number;
  /** Told of connections that broke while nobody used them; the pool opens others. */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * Nothing waits for ever: not for a connection, not for a lock, not for a statement, not for an answer that a broken
 * network swallowed, and no transaction stays open when whoever began it went away.
 */
const PATIENCE = {
  connectionTimeoutMillis: 2_000,
  lock_timeout: 3_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  query_timeout: 15_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/**
 * A connection that breaks in the moment in which it passes from the pool to whoever asked for it has no listener, and would
 * end the process. Whoever uses it is told by the statement that fails.
 */
const surviveLoss = (client: pg.Client) => void client.on('error', () => undefined);

/** A pool of connections to a database that `migrate` prepared; it opens the first when it is initialized. */
export const createDataSource = (options: DatabaseOptions): DataSource => new DataSource(dataSourceOptions(options));

export const dataSourceOptions = ({ url, poolSize, onConnectionLost }: DatabaseOptions): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize,
  entities: ENTITIES,
  installExtensions: false,
  applicationName: 'ruleforge',
  poolErrorHandler: onConnectionLost ?? (() => undefined),
  extra: { ...PATIENCE, onConnect: surviveLoss },
});
