import './quiet.js';
import { program, InvalidArgumentError, Option } from 'commander';
import { type Demo, startDemo, type Style, STYLES } from './demo.js';
import { Journal } from './journal.js';
import { guide, leaveTerminal, lineOf, obeyKeys } from './terminal.js';

interface Options {
  readonly as: Style;
  readonly every: number;
  readonly port: number;
  readonly database?: string;
}

const {
  as: style,
  every,
  port,
  database,
} = program
  .name('npm run demo --')
  .description('RuleForge with an identity provider and a directory that provisions people, to look at.')
  .addOption(new Option('--as <provider>', 'whose way of provisioning').choices(STYLES).default('okta'))
  .option('--every <seconds>', 'how often somebody joins, moves or leaves', toNumber, 6)
  .option('--port <port>', 'where RuleForge listens, if nobody else does', toNumber, 3_000)
  .option('--database <url>', 'an empty PostgreSQL database, instead of one that is thrown away')
  .parse()
  .opts<Options>();

const told = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

try {
  const begun = Date.now();
  const journal = new Journal((entry) => process.stdout.write(lineOf(entry)));
  const progress = (step: string) => process.stdout.write(`  ${step} …\n`);
  const demo = await startDemo({ style, port, every, databaseUrl: database, journal, progress });
  process.stdout.write(`  Ready after ${((Date.now() - begun) / 1_000).toFixed(1)} s.\n`);
  process.exitCode = await run(demo);
} catch (error) {
  process.stderr.write(`The demo cannot start. ${(error as Error).message}\n`);
  process.exitCode = 1;
}

/** @returns the exit code */
async function run(demo: Demo): Promise<number> {
  process.stdout.write(guide(demo, style, every));
  const stopKey = new Promise<void>((resolve) => obeyKeys(demo, resolve));
  demo.play.resume();
  const isTold = await Promise.race([
    told.then(() => true),
    stopKey.then(() => true),
    demo.ruleForge.ended.then(() => false),
  ]);
  process.stdout.write(isTold ? '\n  Stopping …\n' : '\n  RuleForge has ended by itself. Stopping …\n');
  leaveTerminal();
  await demo.stop();
  process.stdin.destroy();
  return isTold ? 0 : 1;
}

function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number > 0) || number > 65_535)
    throw new InvalidArgumentError('A number above 0, please.');
  return number;
}
