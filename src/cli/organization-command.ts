import { Command } from 'commander';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { OrganizationFounder } from '../setup/organization-founder.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { printFacts, type PrintOptions, printRows } from './print.js';
import { readPositiveNumber, readText } from './read-option.js';

interface CreateOptions extends PrintOptions {
  readonly name: string;
  readonly adminEmail: string;
  readonly seats?: number;
}

/** `ruleforge organization …` */
export const organizationCommand = () =>
  new Command('organization')
    .description('Tenants.')
    .addCommand(
      new Command('create')
        .description('Founds an organization with a recovery administrator, an active connection and a token.')
        .requiredOption('--name <name>', 'its name', readText)
        .requiredOption('--admin-email <address>', 'where its recovery administrator signs in', readText)
        .option(
          '--seats <number>',
          'how many active members its plan allows; unlimited when absent',
          readPositiveNumber,
        )
        .option('--json', 'print JSON')
        .action(create),
    )
    .addCommand(
      new Command('list')
        .description('Prints id and name of each, oldest first.')
        .option('--json', 'print JSON')
        .action(list),
    );

async function create(options: CreateOptions): Promise<void> {
  const founded = await inTransaction((tx, application) =>
    application.get(OrganizationFounder).found(tx, options, operator()),
  );
  const { organizationId, admin, scim } = founded;
  const facts = {
    Organization: organizationId,
    'E-mail': admin.email,
    Password: admin.password,
    'SCIM base URL': scim.baseUrl,
    'SCIM token': scim.token,
  };
  printFacts(founded, facts, options);
}

async function list(options: PrintOptions): Promise<void> {
  const organizations = await inTransaction((tx, application) => application.get(OrganizationsService).list(tx));
  printRows(organizations, ['id', 'name'], options);
}
