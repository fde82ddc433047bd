import { Command } from 'commander';
import { visitDatabase } from '../database/open-database.js';
import { print } from './print.js';
import { readOperatorSettings } from './read-operator-settings.js';

/** `ruleforge migrate` */
export const migrateCommand = () =>
  new Command('migrate')
    .description('Brings the database to the newest schema. The server does so itself when it starts.')
    .action(migrate);

async function migrate(): Promise<void> {
  const database = await visitDatabase(readOperatorSettings(process.env));
  await database.close();
  print('The database has the newest schema.');
}
