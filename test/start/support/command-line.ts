import { jest } from '@jest/globals';
import { runCommand } from '../../../src/cli/run-command.js';

/** What a command printed, and its exit code. */
export interface CommandOutcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, which has loaded all that it needs: one of its own would take a second for that. */
export async function runHere(words: readonly string[], variables: Record<string, string>): Promise<CommandOutcome> {
  const said = { stdout: '', stderr: '' };
  const hear = (name: keyof typeof said) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    });
  const ears = [hear('stdout'), hear('stderr')];
  Object.assign(process.env, variables);
  try {
    return { status: await runCommand(words), ...said };
  } finally {
    for (const ear of ears) ear.mockRestore();
  }
}
