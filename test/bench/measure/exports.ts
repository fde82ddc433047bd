import type { ScreenVisitor } from '../load/screen-visitor.js';
import type { Verdict } from '../report/report.js';
import type { Contestant } from '../servers/contestant.js';
import { memoryOf } from './usage.js';

const LOOK_EVERY_MS = 50;

/** Memory while all of an audit log is taken away as a file, of each form, by one administrator. */
export async function measureExports(server: Contestant, visitor: ScreenVisitor): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const format of ['csv', 'json']) {
    const [begun, before] = [performance.now(), memoryOf(server.pid)];
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), LOOK_EVERY_MS);
    const bytes = await visitor.download('/governance/audit/export', { format });
    clearInterval(watch);
    console.log(
      `The audit log as ${format.toUpperCase()}, ${Math.round(bytes / 1e6)} MB, took ` +
        `${((performance.now() - begun) / 1_000).toFixed(1)} s; the server held ${Math.round(before)} MB before.`,
    );
    const promise = `memory, sending the audit log as ${format.toUpperCase()}`;
    verdicts.push({ promise, bound: 'most', limit: 300, unit: 'MB', measured: most });
  }
  return verdicts;
}
