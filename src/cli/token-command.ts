import { type IssuedToken, type ListedToken, TOKEN_LIMITS, TokensService } from '@ruleforge/scim';
import { Command } from 'commander';
import { getConnection } from './get-connection.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { print, printFacts, type PrintOptions, printRows, toJson } from './print.js';
import { readNumberFrom, readText } from './read-option.js';

interface IssueOptions extends PrintOptions {
  readonly connection: string;
  readonly label: string;
  readonly days?: number;
  readonly readOnly?: true;
}

interface RotateOptions extends PrintOptions {
  readonly overlapHours?: number;
}

/** `ruleforge token …` */
export const tokenCommand = () =>
  new Command('token')
    .description('Bearer tokens of connections. Each is shown once, when it is issued.')
    .addCommand(
      new Command('issue')
        .description('Issues a token.')
        .requiredOption('--connection <id>', 'whose', readText)
        .requiredOption('--label <text>', 'what it is for', readText)
        .option(
          '--days <number>',
          `how long it lives, ${TOKEN_LIMITS.mostDays} days at most; ${TOKEN_LIMITS.defaultDays} when absent`,
          readNumberFrom(1, TOKEN_LIMITS.mostDays),
        )
        .option('--read-only', 'let it read and not write')
        .option('--json', 'print JSON')
        .action(issue),
    )
    .addCommand(
      new Command('rotate')
        .description('Issues a token in place of another one, which works on for a while.')
        .argument('<id>', 'the key id of the other one', readText)
        .option(
          '--overlap-hours <number>',
          `how long the other one works on; ${TOKEN_LIMITS.defaultOverlapHours} hours when absent`,
          readNumberFrom(0, TOKEN_LIMITS.mostOverlapHours),
        )
        .option('--json', 'print JSON')
        .action(rotate),
    )
    .addCommand(
      new Command('revoke')
        .description('Ends a token: the next request with it is refused.')
        .argument('<id>', 'its key id', readText)
        .action(revoke),
    )
    .addCommand(
      new Command('list')
        .description('Prints key id, state, access, expiry, last use, successor and label of each, oldest first.')
        .requiredOption('--connection <id>', 'whose', readText)
        .option('--json', 'print JSON')
        .action(list),
    );

async function issue({ connection: id, label, days, readOnly, ...options }: IssueOptions): Promise<void> {
  const wish = { label, expiresInDays: days, access: readOnly ? 'read' : 'write' } as const;
  const issued = await inTransaction(async (tx, application) =>
    application.get(TokensService).issue(tx, await getConnection(tx, application, id), wish, operator()),
  );
  printToken(issued, options);
}

async function rotate(id: string, { overlapHours, ...options }: RotateOptions): Promise<void> {
  const issued = await inTransaction((tx, application) =>
    application.get(TokensService).rotate(tx, id, overlapHours, operator()),
  );
  printToken(issued, options);
}

async function revoke(id: string): Promise<void> {
  await inTransaction((tx, application) => application.get(TokensService).revoke(tx, id, operator()));
  print(`The token ${id} is revoked.`);
}

async function list({ connection: id, ...options }: PrintOptions & { readonly connection: string }): Promise<void> {
  const tokens = await inTransaction(async (tx, application) =>
    application.get(TokensService).list(tx, await getConnection(tx, application, id)),
  );
  if (options.json) print(toJson(tokens));
  else printRows(tokens.map(toRow), ['id', 'state', 'access', 'expiry', 'use', 'successor', 'label'], options);
}

/** A word for every column, so that `cut` counts right. */
function toRow({ expiresAt, expiresInDays, replacedBy, ...token }: ListedToken) {
  const use = [token.lastUsedAt?.toISOString() ?? 'never', token.lastUsedAddress, token.lastUsedClient];
  return {
    ...token,
    expiry: `${expiresAt.toISOString()} (${expiresInDays} days left)`,
    use: [...use, token.usedAfterRotation && '(after rotation)'].filter(Boolean).join(' '),
    successor: replacedBy ?? '-',
  };
}

function printToken(issued: IssuedToken, options: PrintOptions): void {
  const { id, token, expiresAt } = issued;
  printFacts(issued, { 'Key id': id, Token: token, Expires: expiresAt.toISOString() }, options);
}
