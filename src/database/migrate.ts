import { DataSource, type QueryRunner } from 'typeorm';
import { StartError } from '../config/start-error.js';
import { MIGRATIONS } from './migrations.js';

/**
 * Brings the database to the newest schema. Processes that start at the same time take turns, by an advisory lock of
 * the session.
 * @returns the names of the migrations that ran
 * @throws StartError when the server is too old; the driver's error when the database cannot be reached, or when a
 *   migration fails, which then left nothing behind
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    connectTimeoutMS: 5_000,
    applicationName: 'ruleforge migrations',
    migrations: MIGRATIONS,
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    const turn = dataSource.createQueryRunner();
    await refuseOldServer(turn);
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

const MIGRATION_LOCK = 7_346_003_720;

async function refuseOldServer(queryRunner: QueryRunner): Promise<void> {
  const [{ release }] = (await queryRunner.query(
    "SELECT current_setting('server_version_num')::int / 10000 AS release",
  )) as [{ release: number }];
  if (release < OLDEST_RELEASE) {
    throw new StartError(
      `RuleForge needs PostgreSQL ${OLDEST_RELEASE} or newer; the server of DATABASE_URL is ${release}.`,
    );
  }
}

const OLDEST_RELEASE = 15;
