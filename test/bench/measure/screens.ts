import { screenPagesOf } from '../load/screen-pages.js';
import { ScreenVisitor } from '../load/screen-visitor.js';
import { type Past, populatePast } from '../population/past.js';
import { FEW, type Tenant } from '../population/tenant.js';
import type { Verdict } from '../report/report.js';
import { figure, table } from '../report/table.js';
import type { Stage } from '../stage.js';
import { measureExports } from './exports.js';

/** As much of everything as a full page needs, and one more. */
const SMALL: Past = {
  auditEntries: 100,
  requests: 100,
  offboardings: 100,
  invitations: 400,
  apiKeys: 100,
  groups: 100,
};
const LARGE: Past = {
  ...{ auditEntries: 1_000_000, requests: 100_000, offboardings: 100_000 },
  ...{ invitations: 40_000, apiKeys: 10_000, groups: 1_000 },
};

const HEAD = ['screen', 'view', 'small ms', 'large ms', 'ratio'];

/**
 * Looks at every list of an organization of a hundred people and of one of a hundred thousand, in turn, `rounds` times, and
 * tells the medians; then takes the larger one's audit log away. Fills both before, for minutes.
 */
export async function measureScreens(stage: Stage, rounds: number): Promise<readonly Verdict[]> {
  const begun = performance.now();
  const { app, postgres, tenants } = stage;
  const few = await stage.addTenant('few', FEW);
  const url = postgres.urlOf(app.database);
  const small = await toSide(stage, few, await populatePast(url, few, SMALL));
  const large = await toSide(stage, tenants.large, await populatePast(url, tenants.large, LARGE));
  await postgres.vacuum(app.database);
  await postgres.checkpoint();
  console.log(`Giving two organizations a past took ${((performance.now() - begun) / 1_000).toFixed(0)} s.`);
  const rows: Row[] = [];
  for (const [index, { screen, view, path }] of small.pages.entries()) {
    rows.push({ screen, view, ...(await compare([small, path], [large, large.pages[index]!.path], rounds)) });
  }
  console.log(`\n${table(HEAD, rows.map(toCells))}\n`);
  const exports = await measureExports(app, large.visitor);
  for (const { visitor } of [small, large]) await visitor.leave();
  const promise = `the slowest list of 100 000 people and 1 000 000 audit entries (${worstOf(rows)}), against one of 100: time`;
  const measured = Math.max(...rows.map(ratioOf));
  return [{ promise, bound: 'most', limit: 3, unit: '× the other', measured }, ...exports];
}

interface Side {
  readonly visitor: ScreenVisitor;
  readonly pages: ReturnType<typeof screenPagesOf>;
}

interface Row {
  readonly screen: string;
  readonly view: string;
  readonly small: number;
  readonly large: number;
}

const toSide = async (
  { app }: Stage,
  tenant: Tenant,
  marks: Awaited<ReturnType<typeof populatePast>>,
): Promise<Side> => ({
  visitor: await ScreenVisitor.signIn(app, tenant),
  pages: screenPagesOf(tenant, marks),
});

async function compare(
  [one, path]: readonly [Side, string],
  [other, otherPath]: readonly [Side, string],
  rounds: number,
): Promise<Pick<Row, 'small' | 'large'>> {
  const [small, large]: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < rounds; round++) {
    const times = [await one.visitor.look(path), await other.visitor.look(otherPath)] as const;
    if (round < 0) continue;
    small.push(times[0]);
    large.push(times[1]);
  }
  return { small: medianOf(small), large: medianOf(large) };
}

/** Rounds that do not count: code is compiled and rows are read from the disk. */
const WARM_UP = 5;

const medianOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const ratioOf = ({ small, large }: Row) => large / small;
const worstOf = (rows: readonly Row[]) => {
  const [{ screen, view }] = [...rows].sort((a, b) => ratioOf(b) - ratioOf(a)) as [Row];
  return `${screen}, ${view}`;
};
const toCells = (row: Row) => [row.screen, row.view, ...[row.small, row.large, ratioOf(row)].map(figure)];
