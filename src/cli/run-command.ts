import { Command, CommanderError } from 'commander';
import { connectionCommand } from './connection-command.js';
import { eventKeyCommand } from './event-key-command.js';
import { eventReceiverCommand } from './event-receiver-command.js';
import { memberCommand } from './member-command.js';
import { migrateCommand } from './migrate-command.js';
import { oauthClientCommand } from './oauth-client-command.js';
import { organizationCommand } from './organization-command.js';
import { roleMappingCommand } from './role-mapping-command.js';
import { tokenCommand } from './token-command.js';

const COMMANDS = [
  organizationCommand,
  connectionCommand,
  tokenCommand,
  oauthClientCommand,
  memberCommand,
  roleMappingCommand,
  eventReceiverCommand,
  eventKeyCommand,
  migrateCommand,
];

/**
 * Runs one command, which prints its answer or why there is none. Ends nothing but itself.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCommand(words: readonly string[]): Promise<number> {
  const program = new Command('ruleforge')
    .description(
      'Operates RuleForge, on the database of RULEFORGE_DATA_DIR or DATABASE_URL, whether or not the server runs.',
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done · 1 refused or failed, with the reason on standard error · 2 wrong usage.',
    );
  for (const command of COMMANDS) program.addCommand(command());
  try {
    await withoutExiting(program).parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** Commander ends the process where it stands; here it throws instead, in subcommands too. */
function withoutExiting(command: Command): Command {
  command.commands.forEach(withoutExiting);
  return command.exitOverride();
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const reason = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${process.env['RULEFORGE_LOG_LEVEL'] === 'debug' ? reason.stack : reason.message}\n`);
  return 1;
}
