import type { Tally } from './fuzz.js';

/** What came of the cases, for people. */
export function toReport({ sent, statuses, slowest }: Tally): string {
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
  return `${sent} requests, the slowest in ${Math.round(slowest)} ms. ${counts.join(', ')}`;
}
