import type { Settings } from '../config/settings.js';
import { EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { explainDatabaseError } from './explain-database-error.js';
import { migrate } from './migrate.js';

/** A database with the newest schema. */
export interface OpenDatabase {
  readonly url: string;
  /** Stops what was started for it; a server of the operator's goes on. */
  close(): Promise<void>;
}

/**
 * The database of a server: the operator's, or an embedded one that this process owns from now on.
 * @throws StartError when it cannot be had
 */
export async function openDatabase(settings: Settings, onTrouble: (error: unknown) => void): Promise<OpenDatabase> {
  return migrated(operatorsDatabase(settings) ?? (await startDatabase(settings, onTrouble)));
}

/**
 * The same database for a short visit, whether or not a server runs: an embedded one that runs is left to its owner.
 * @throws StartError when it cannot be had
 */
export async function visitDatabase(settings: Settings): Promise<OpenDatabase> {
  const running = operatorsDatabase(settings) ?? runningDatabase(settings);
  return migrated(running ?? (await startDatabase(settings)));
}

function operatorsDatabase({ databaseUrl }: Settings): OpenDatabase | undefined {
  return databaseUrl === undefined ? undefined : borrowed(databaseUrl);
}

function runningDatabase({ dataDirectory }: Settings): OpenDatabase | undefined {
  const url = EmbeddedPostgres.findUrl(dataDirectory);
  return url === undefined ? undefined : borrowed(url);
}

async function startDatabase(settings: Settings, onTrouble?: (error: unknown) => void): Promise<OpenDatabase> {
  const { dataDirectory } = settings;
  const postgres = await EmbeddedPostgres.start({ dataDirectory, durable: true, onTrouble });
  return { url: postgres.url, close: () => postgres.stop() };
}

const borrowed = (url: string): OpenDatabase => ({ url, close: () => Promise.resolve() });

async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  try {
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.close();
    throw explainDatabaseError(error, database.url);
  }
}
