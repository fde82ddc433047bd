import type { ContractCase } from '@ruleforge/scim/testing';

/**
 * Declares a test for each promise of a contract. `host` is asked when they run; `without` says of what it has not why.
 */
export function itKeeps<Host>(
  contract: readonly ContractCase<Host>[],
  host: () => Host,
  without: Partial<Record<keyof Host, string>> = {},
): void {
  for (const { name, needs, run } of contract) {
    const reason = needs && without[needs];
    if (reason === undefined) it(name, () => run(host()));
    else it.skip(`${name} (${reason})`, () => undefined);
  }
}

/** The names of the promises that are not kept. */
export async function brokenOf<Host>(contract: readonly ContractCase<Host>[], host: Host): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, needs, run } of contract) {
    if (needs === undefined || host[needs] !== undefined) await run(host).catch(() => broken.push(name));
  }
  return broken;
}
