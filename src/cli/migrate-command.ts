import { Command } from 'commander';
import { readSettings } from '../config/settings.js';
import { visitDatabase } from '../database/open-database.js';
import { print } from './print.js';

/** `ruleforge migrate` */
export const migrateCommand = () =>
  new Command('migrate')
    .description('Brings the database to the newest schema. The server does so itself when it starts.')
    .action(migrate);

async function migrate(): Promise<void> {
  const database = await visitDatabase(readSettings(process.env));
  await database.close();
  print('The database has the newest schema.');
}
