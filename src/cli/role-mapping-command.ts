import { Command } from 'commander';
import { RoleMappingsService } from '../provisioning/roles/role-mappings.service.js';
import type { RolePreview } from '../provisioning/roles/role-preview.js';
import { getConnection } from './get-connection.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { print, type PrintOptions, toJson } from './print.js';
import { printMappings, printPreview } from './print-role-mapping.js';
import { readText } from './read-option.js';
import { readRoleRules } from './read-role-rules.js';

interface ConnectionOptions extends PrintOptions {
  readonly connection: string;
}

interface FileOptions extends ConnectionOptions {
  readonly file: string;
}

interface ApplyOptions extends FileOptions {
  readonly token: string;
  readonly confirmAdministrator?: true;
}

/** `ruleforge role-mapping …` */
export const roleMappingCommand = () =>
  new Command('role-mapping')
    .description('What groups of a directory mean: roles in the organization and in projects.')
    .addCommand(
      onConnection('list', 'Prints the mappings in order, and the groups that mean nothing.')
        .option('--search <text>', 'of the latter, those whose names contain it')
        .action(list),
    )
    .addCommand(
      onConnection('preview', 'Prints whose roles would change, changing nothing.')
        .requiredOption('--file <path>', 'the wanted rules, as JSON', readText)
        .action(preview),
    )
    .addCommand(
      onConnection('apply', 'Applies what a preview showed.')
        .requiredOption('--file <path>', 'the rules that were previewed', readText)
        .requiredOption('--token <text>', 'what the preview printed', readText)
        .option('--confirm-administrator', 'let groups make Administrators')
        .action(apply),
    );

const onConnection = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .requiredOption('--connection <id>', 'whose groups', readText)
    .option('--json', 'print JSON');

async function list({ connection, search, json }: ConnectionOptions & { readonly search?: string }): Promise<void> {
  const found = await inTransaction(async (tx, application) => {
    const { id, organizationId } = await getConnection(tx, application, connection);
    return application.get(RoleMappingsService).list(tx, organizationId, id, search);
  });
  if (json) print(toJson(found));
  else printMappings(found);
}

async function preview({ connection, file, json }: FileOptions): Promise<void> {
  const rules = await readRoleRules(file);
  const shown = await inTransaction(async (tx, application) => {
    const { id, organizationId } = await getConnection(tx, application, connection);
    return application.get(RoleMappingsService).preview(tx, organizationId, id, rules);
  });
  if (json) print(toJson(shown));
  else printPreview(shown);
}

async function apply({ connection, file, token, confirmAdministrator, json }: ApplyOptions): Promise<void> {
  const rules = await readRoleRules(file);
  const decision = { token, confirmAdministrator: confirmAdministrator ?? false };
  const applied = await inTransaction(async (tx, application) => {
    const { id, organizationId } = await getConnection(tx, application, connection);
    return application.get(RoleMappingsService).apply(tx, organizationId, id, rules, decision, operator());
  });
  print(json ? toJson(applied) : `The rules apply; ${countOf(applied)} members have other roles now.`);
}

const countOf = ({ becomeAdministrator, ceaseAdministrator, gain, lose, inProjects }: RolePreview) =>
  [becomeAdministrator, ceaseAdministrator, gain, lose, inProjects].reduce((sum, { total }) => sum + total, 0);
