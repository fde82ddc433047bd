import { type ConnectionChange, ConnectionsService } from '@ruleforge/scim';
import { Command } from 'commander';
import { ConnectionAdmissionsService } from '../connections/connection-admissions.service.js';
import { Settings } from '../config/settings.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { scimBaseUrl } from '../setup/scim-access.js';
import { getConnection } from './get-connection.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { printFacts, type PrintOptions, printRows } from './print.js';
import { readId, readText } from './read-option.js';

interface OrganizationOptions extends PrintOptions {
  readonly organization: string;
}

interface CreateOptions extends OrganizationOptions {
  readonly name: string;
}

/** `ruleforge connection …` */
export const connectionCommand = () =>
  new Command('connection')
    .description('Identity providers of organizations.')
    .addCommand(
      new Command('create')
        .description('Adds an active connection; `ruleforge token issue` gives it a token.')
        .requiredOption('--organization <id>', 'whose', readId)
        .requiredOption('--name <name>', 'how its members are said to be synced', readText)
        .option('--json', 'print JSON')
        .action(create),
    )
    .addCommand(changing('pause', 'Tells the directory to come back later, until resumed.', { state: 'paused' }))
    .addCommand(changing('resume', 'Serves the directory again.', { state: 'active' }))
    .addCommand(changing('adopt', 'Lets the directory take over members managed by hand.', { adopts: true }))
    .addCommand(changing('no-adopt', 'Keeps members managed by hand out of its reach.', { adopts: false }))
    .addCommand(admitting('only-provisioned', 'Lets in at the identity provider only whom it provisioned.', true))
    .addCommand(admitting('any-member', 'Lets in other members, too, who have a verified address.', false))
    .addCommand(
      changing('strict', 'Refuses what is tolerated otherwise, and says so in its configuration.', { strict: true }),
    )
    .addCommand(changing('lenient', 'Tolerates what real directories send beyond the RFC.', { strict: false }))
    .addCommand(
      new Command('list')
        .description('Prints id, state and name of each, oldest first.')
        .requiredOption('--organization <id>', 'whose', readId)
        .option('--json', 'print JSON')
        .action(list),
    );

const changing = (name: string, description: string, change: ConnectionChange) =>
  new Command(name)
    .description(description)
    .requiredOption('--connection <id>', 'which', readText)
    .action(({ connection }: { readonly connection: string }) =>
      inTransaction(async (tx, application) => {
        await application.get(ConnectionsService).change(tx, connection, change, operator());
      }),
    );

const admitting = (name: string, description: string, onlyProvisioned: boolean) =>
  new Command(name)
    .description(description)
    .requiredOption('--connection <id>', 'which', readText)
    .action(({ connection }: { readonly connection: string }) =>
      inTransaction(async (tx, application) => {
        const { organizationId, id: connectionId } = await getConnection(tx, application, connection);
        const place = { organizationId, connectionId };
        await application.get(ConnectionAdmissionsService).set(tx, place, onlyProvisioned, operator());
      }),
    );

async function create(options: CreateOptions): Promise<void> {
  const created = await inTransaction(async (tx, application) => {
    const { id: organizationId } = await application.get(OrganizationsService).get(tx, options.organization);
    const wish = { organizationId, name: options.name, state: 'active' } as const;
    const { id: connectionId } = await application.get(ConnectionsService).create(tx, wish, operator());
    return { connectionId, baseUrl: scimBaseUrl(application.get(Settings), connectionId) };
  });
  printFacts(created, { Connection: created.connectionId, 'SCIM base URL': created.baseUrl }, options);
}

async function list({ organization, ...options }: OrganizationOptions): Promise<void> {
  const connections = await inTransaction(async (tx, application) => {
    const { id } = await application.get(OrganizationsService).get(tx, organization);
    return application.get(ConnectionsService).list(tx, id);
  });
  printRows(connections, ['id', 'state', 'name'], options);
}
