import { Command } from 'commander';
import type { Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { inTransaction } from './in-transaction.js';
import { type PrintOptions, printRows } from './print.js';
import { readId } from './read-option.js';

interface ListOptions extends PrintOptions {
  readonly organization: string;
  readonly search?: string;
}

const PAGE = 1_000;

/** `ruleforge member …` */
export const memberCommand = () =>
  new Command('member')
    .description('Members of organizations.')
    .addCommand(
      new Command('list')
        .description('Prints id, status, role, userName and name of each, by name.')
        .requiredOption('--organization <id>', 'whose', readId)
        .option('--search <words>', 'those whose names and addresses have words that begin so')
        .option('--json', 'print JSON')
        .action(list),
    );

async function list({ organization, search, ...options }: ListOptions): Promise<void> {
  const members = await inTransaction(async (tx, application) => {
    const { id } = await application.get(OrganizationsService).get(tx, organization);
    const service = application.get(MembersService);
    const found: Member[] = [];
    let after: string | undefined;
    do {
      const page = await service.list(tx, id, { text: search, limit: PAGE, after });
      found.push(...page.members);
      after = page.next;
    } while (after !== undefined);
    return found;
  });
  const rows = members.map((member) => ({ ...member, status: member.active ? 'active' : 'deactivated' }));
  printRows(rows, ['id', 'status', 'role', 'userName', 'name'], options);
}
