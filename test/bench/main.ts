import { fileURLToPath } from 'node:url';
import { measureSeries } from './measure/series.js';
import { sync, type SyncSize } from './measure/sync.js';
import { readOptions } from './options.js';
import { PACES } from './pace.js';
import { planOf } from './plan.js';
import { runProfile } from './profile/run-profile.js';
import { figuresTable, type MeasuredSeries, targetsTable, type Verdict } from './report/report.js';
import { findFreePort } from './servers/server-process.js';
import { onStage, type Stage } from './stage.js';

const BUILT_APP = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

const options = readOptions(process.argv.slice(2), BUILT_APP);
await (options.profile ? profileApp() : onStage({ script: options.app }, measure));

async function profileApp(): Promise<void> {
  const port = await findFreePort();
  const nodeOptions = [`--inspect=127.0.0.1:${port}`];
  await onStage({ script: options.app, nodeOptions }, (stage) => runProfile(stage, port, options.only));
}

async function measure(stage: Stage): Promise<void> {
  const pace = PACES[options.quick ? 'quick' : 'full'];
  const plan = planOf(stage).filter(({ name }) => options.only === undefined || name === options.only);
  const syncs = options.only === undefined || options.only === 'sync';
  if (plan.length === 0 && !syncs) throw new Error(`There is no series named ${options.only}.`);
  const measured: MeasuredSeries[] = [];
  for (const series of plan) measured.push({ series, result: await measureSeries(series, pace, stage.postgres) });
  const more = syncs ? [await measureSync(stage, pace.sync)] : [];
  console.log(`\n${figuresTable(measured)}\n\n${targetsTable(measured, more, stage.idleMemory)}`);
}

/** A whole directory is taken in once by each side: long enough to be compared by itself. */
async function measureSync({ app, floor, tenants: { joining } }: Stage, size: SyncSize): Promise<Verdict> {
  const [theirs, ours] = [await sync(floor, joining, size), await sync(app, joining, size)];
  const { users, groups, groupsEach } = size;
  console.log(
    `A first sync of ${users} Users, ${groups} groups and ${users * groupsEach} memberships over 16 connections took ` +
      `${ours.toFixed(1)} s, the floor ${theirs.toFixed(1)} s.`,
  );
  const promise = { promise: 'first sync: rows per second', bound: 'least', limit: 0.5, unit: '× the floor' } as const;
  return { ...promise, measured: theirs / ours };
}
