import { ADAPTERS, startApplication } from '../support/running-application.js';
import { fuzz } from './support/fuzz/fuzz.js';
import { toReport } from './support/fuzz/to-report.js';

/** `npm run fuzz` asks for more. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 1_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const isLong = process.env['FUZZ_CASES'] !== undefined;

describe('requests that nobody thought of', () => {
  it.each(ADAPTERS)(
    'never break anything on %s, and change nothing when they are refused',
    async (adapter) => {
      const app = await startApplication(adapter, { RULEFORGE_SCIM_REQUESTS_PER_SECOND: '1000000' });
      const tell = (text: string) => isLong && process.stderr.write(`${adapter}: ${text}\n`);
      try {
        const cases = CASES / ADAPTERS.length;
        const tally = await fuzz(app, { cases, seed: SEED, progress: ({ sent }) => tell(`${sent} of ${cases}`) });
        tell(toReport(tally));
        expect(tally.sent).toBe(cases);
      } finally {
        await app.stop();
      }
    },
    isLong ? 24 * 3_600_000 : 120_000,
  );
});
