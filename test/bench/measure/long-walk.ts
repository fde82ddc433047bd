import { drive } from '../load/drive.js';
import { byCursor, byIndex, follow, LONG_PAGE, type Page, type Walk } from '../load/walks.js';
import { type Tenant, WALKED } from '../population/tenant.js';
import type { Verdict } from '../report/report.js';
import { figure, table } from '../report/table.js';
import type { Stage } from '../stage.js';
import { walkWhileOthersWrite } from './changing-walk.js';
import { cpuOf, cpuOfFamily, memoryOf } from './usage.js';

const PARTS = ['first', 'middle', 'last'] as const;
type Part = (typeof PARTS)[number];

/** What one page of a tenth of the walk costs, in milliseconds. */
interface Cost {
  readonly time: number;
  readonly node: number;
  readonly postgres: number;
}
type Costs = Readonly<Record<Part, Cost>>;

const HEAD = ['walk by', 'tenth', 'ms a page', 'Node ms', 'PostgreSQL ms', '× the first tenth'];

/**
 * Fills an organization with a million people, walks through it by cursor and by `startIndex`, and tells what a page costs
 * in the first, the middle and the last tenth; then walks again while people come, change and go.
 * @throws Error when a walk misses somebody or meets somebody twice
 */
export async function longWalk(stage: Stage): Promise<readonly Verdict[]> {
  const begun = performance.now();
  const tenant = await stage.addTenant('walked', WALKED);
  console.log(`Filling an organization with ${WALKED.size} people took ${secondsSince(begun)} s.`);
  const costs = new Map<string, Costs>();
  for (const walk of [byCursor(), byIndex()]) costs.set(walk.name, await walkThrough(stage, tenant, walk));
  console.log(`\n${table(HEAD, [...costs].flatMap(toRows))}\n`);
  await walkWhileOthersWrite(stage.app, tenant);
  return [...costs].map(toVerdict);
}

async function walkThrough({ app, postgres }: Stage, tenant: Tenant, walk: Walk): Promise<Costs> {
  const begun = performance.now();
  const now = (): Moment => ({ node: cpuOf(app.pid), postgres: cpuOfFamily(postgres.pid) });
  const moments = [now()];
  const met = new Set<string>();
  const meet = ({ Resources }: Page) => {
    moments.push(now());
    for (const { id } of Resources) met.add(id);
  };
  const load = { origin: app.origin, basePath: app.basePath(tenant), token: tenant.token, forMs: Infinity };
  const { latencies } = await drive({ ...load, ...follow(walk, meet) });
  const missed = tenant.ids.filter((id) => !met.has(id)).length;
  if (missed > 0) throw new Error(`The walk by ${walk.name} missed ${missed} people.`);
  console.log(
    `A walk by ${walk.name} over ${latencies.length} pages of ${LONG_PAGE} took ${secondsSince(begun)} s; then the ` +
      `server held ${Math.round(memoryOf(app.pid))} MB.`,
  );
  return costsOf(latencies, moments);
}

/** CPU milliseconds so far. */
interface Moment {
  readonly node: number;
  readonly postgres: number;
}

/** `moments` has one from before the first page, and one from behind each. */
function costsOf(latencies: readonly number[], moments: readonly Moment[]): Costs {
  const pages = Math.floor(latencies.length / 10);
  const begins: Readonly<Record<Part, number>> = {
    first: 0,
    middle: Math.floor((latencies.length - pages) / 2),
    last: latencies.length - pages,
  };
  const costFrom = (begin: number): Cost => {
    const [before, after] = [moments[begin]!, moments[begin + pages]!];
    const time = latencies.slice(begin, begin + pages).reduce((sum, latency) => sum + latency, 0);
    return {
      time: time / pages,
      node: (after.node - before.node) / pages,
      postgres: (after.postgres - before.postgres) / pages,
    };
  };
  return { first: costFrom(begins.first), middle: costFrom(begins.middle), last: costFrom(begins.last) };
}

const toRows = ([name, costs]: [string, Costs]) =>
  PARTS.map((part) => {
    const { time, node, postgres } = costs[part];
    return [name, part, ...[time, node, postgres, cpuOfPage(costs[part]) / cpuOfPage(costs.first)].map(figure)];
  });

const toVerdict = ([name, { first, last }]: [string, Costs]): Verdict => ({
  promise: `a page of a walk by ${name} through ${WALKED.size}, last tenth against the first: CPU`,
  bound: 'most',
  limit: 1.3,
  unit: '× the other',
  measured: cpuOfPage(last) / cpuOfPage(first),
});

const cpuOfPage = ({ node, postgres }: Cost) => node + postgres;

const secondsSince = (begun: number) => ((performance.now() - begun) / 1_000).toFixed(0);
