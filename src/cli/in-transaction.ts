import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { EntityManager } from 'typeorm';

import { visitDatabase } from '../database/open-database.js';
import { Transactions } from '../database/transactions.js';
import { OperatorModule } from './operator.module.js';
import { readOperatorSettings } from './read-operator-settings.js';

/**
 * Runs the work in one transaction, on the application's own services, without a server.
 * @throws StartError when the database cannot be had, and what the work throws
 */
export async function inTransaction<Result>(
  work: (tx: EntityManager, application: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const settings = readOperatorSettings(process.env);
  const database = await visitDatabase(settings);
  try {
    const module = OperatorModule.forRoot(settings, database.url);
    const application = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    try {
      return await application.get(Transactions).run((tx) => work(tx, application));
    } finally {
      await application.close();
    }
  } finally {
    await database.close();
  }
}
