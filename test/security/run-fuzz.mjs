import { spawnSync } from 'node:child_process';
import { program } from 'commander';

/** `npm run fuzz`: the requests of `fuzz.e2e-spec.ts`, as many as one has time for. */
const { cases, seed } = program
  .name('npm run fuzz --')
  .option('--cases <number>', 'how many requests, half of them on each adapter', wholeNumber, 100_000)
  .option(
    '--seed <number>',
    'what they are made from: the same seed makes the same requests',
    wholeNumber,
    Date.now() % 2 ** 31,
  )
  .parse()
  .opts();

console.log(`${cases} requests. Again: npm run fuzz -- --seed ${seed} --cases ${cases}`);
const { status } = spawnSync('npm', ['run', '-s', 'jest', '--', 'test/security/fuzz.e2e-spec.ts'], {
  env: { ...process.env, FUZZ_CASES: String(cases), FUZZ_SEED: String(seed) },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function wholeNumber(text) {
  if (!/^\d{1,10}$/.test(text)) program.error(`${text} is no whole number.`);
  return Number(text);
}
