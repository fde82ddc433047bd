import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const COMPILED = new URL('../../dist/src/database/', import.meta.url);

/** One PostgreSQL for the whole run, with a migrated database that every test file copies (`createDatabase`). */
export default async function setUp() {
  if (!existsSync(COMPILED)) throw new Error('The tests use the compiled launcher: type `npm run build`.');
  const { migrate } = await import(new URL('migrate.js', COMPILED));
  const server = process.env.TEST_DATABASE_URL ? undefined : await startServer();
  const url = server?.url ?? process.env.TEST_DATABASE_URL;
  const template = `ruleforge_template_${process.pid}`;
  await run(url, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(url, template));

  process.env.TEST_DATABASE_URL = url;
  process.env.TEST_DATABASE_TEMPLATE = template;
  globalThis.stopTestDatabase = server?.stop ?? (() => run(url, `DROP DATABASE ${template}`));
}

async function startServer() {
  const { EmbeddedPostgres } = await import(new URL('embedded/embedded-postgres.js', COMPILED));
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ruleforge-tests-'));
  const postgres = await EmbeddedPostgres.start({ dataDirectory, durable: false });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

async function run(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
