import type { Server } from 'node:http';
import { createServer } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { createApplication, furnish } from '../../src/application.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { Transactions } from '../../src/database/transactions.js';
import { createLogger } from '../../src/operations/logging/create-logger.js';
import { refuseUnreadableRequest } from '../../src/operations/requests/refuse-unreadable-request.js';
import { type FoundedOrganization, OrganizationFounder } from '../../src/setup/organization-founder.js';
import { createDatabase } from './database.js';

export const ADAPTERS = ['fastify', 'express'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** The whole application on a port of its own, over a database of its own. */
export interface RunningApplication {
  readonly url: string;
  readonly databaseUrl: string;
  readonly application: INestApplication;
  readonly dataSource: DataSource;
  /** A new organization with a recovery administrator, an active connection and a token. */
  found(wish?: { name?: string; adminEmail?: string; seats?: number }): Promise<FoundedOrganization>;
  stop(): Promise<void>;
}

/** Silent, and with a key that no file has to hold. */
const OWN = { RULEFORGE_LOG_LEVEL: 'silent', RULEFORGE_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') };

/** `variables` are set as they would be in the environment. */
export async function startApplication(
  adapter: Adapter = 'fastify',
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningApplication> {
  const database = await createDatabase();
  const port = String(await aFreePort());
  const settings = readSettings({ ...OWN, PORT: port, ...variables });
  const application = await createOn(adapter, settings, database.url);
  await application.listen(settings.port, settings.host);
  let founded = 0;
  return {
    url: settings.publicUrl,
    databaseUrl: database.url,
    application,
    dataSource: database.dataSource,
    found({ name = `Organization ${++founded}`, adminEmail = `admin-${++founded}@example.test`, seats } = {}) {
      const actor = { kind: 'operator', id: 'test', name: 'Test' } as const;
      return application
        .get(Transactions)
        .run((tx) => application.get(OrganizationFounder).found(tx, { name, adminEmail, seats }, actor));
    },
    async stop() {
      await application.close();
      await database.drop();
    },
  };
}

async function createOn(adapter: Adapter, settings: Settings, databaseUrl: string): Promise<INestApplication> {
  if (adapter === 'fastify') {
    return createApplication({ settings, databaseUrl, logger: createLogger(settings.logLevel) });
  }
  const module = AppModule.forRoot(settings, databaseUrl);
  const application = await NestFactory.create<INestApplication<Server>>(module, new ExpressAdapter(), {
    logger: false,
    abortOnError: false,
  });
  application.getHttpServer().on('clientError', refuseUnreadableRequest);
  return furnish(application, settings).init();
}

const aFreePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
