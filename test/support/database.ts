import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';

/** A migrated, empty database of its own. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

/** A database with nothing in it, for whoever brings tables of their own. Call `drop` when done. */
export async function createEmptyDatabase(): Promise<Pick<TestDatabase, 'url' | 'drop'>> {
  const name = await createFrom('template0');
  return { url: urlOf(name), drop: () => drop(name) };
}

/** Copies the template that `global-setup.mjs` prepared: some thirty milliseconds. Call `drop` when done. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = await createFrom(setting('TEST_DATABASE_TEMPLATE'));
  const url = urlOf(name);
  const dataSource = await createDataSource({ url, poolSize: 10 }).initialize();
  return {
    url,
    dataSource,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await drop(name);
    },
  };
}

async function createFrom(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return name;
}

const drop = (name: string) => onServer(`DROP DATABASE ${name} WITH (FORCE)`);

function urlOf(name: string): string {
  const url = new URL(setting('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(setting('TEST_DATABASE_URL'));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`npm run jest\`, which starts the database.`);
  return value;
}
