export interface PrintOptions {
  readonly json?: true;
}

/** Prints what a command answers: as JSON when asked for, else for people, a fact a line. */
export function printFacts(answer: object, facts: Readonly<Record<string, string>>, { json }: PrintOptions): void {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  const lines = Object.entries(facts).map(([name, fact]) => `${name.padEnd(width)}  ${fact}`);
  print(json ? toJson(answer) : lines.join('\n'));
}

/** Prints a list: as JSON when asked for, else for people and `cut`, tab-separated. */
export function printRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row)[],
  { json }: PrintOptions,
): void {
  if (json) print(toJson(rows));
  else for (const row of rows) print(columns.map((column) => String(row[column] ?? '')).join('\t'));
}

/** Prints one line. */
export const print = (line: string): unknown => process.stdout.write(`${line}\n`);

/** As `--json` prints it. */
export const toJson = (answer: object): string => JSON.stringify(answer, undefined, 2);
