import { fileURLToPath } from 'node:url';
import { bulk } from './measure/bulk.js';
import { longWalk } from './measure/long-walk.js';
import { measureScreens } from './measure/screens.js';
import { measureSeries } from './measure/series.js';
import { streamGroup } from './measure/stream.js';
import { sync, type SyncSize } from './measure/sync.js';
import { readOptions } from './options.js';
import { PACES } from './pace.js';
import { planOf } from './plan.js';
import { runProfile } from './profile/run-profile.js';
import { figuresTable, type MeasuredSeries, targetsTable, type Verdict } from './report/report.js';
import { findFreePort } from './servers/server-process.js';
import { onStage, type Stage } from './stage.js';

const BUILT_APP = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** What is measured once, and not against time. */
const EXTRAS = ['bulk', 'stream', 'sync', 'screens', 'walk'];

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
  const wants = (name: string) => options.only === undefined || options.only === name;
  if (plan.length === 0 && !EXTRAS.some(wants)) throw new Error(`There is no series named ${options.only}.`);
  const measured: MeasuredSeries[] = [];
  for (const series of plan) measured.push({ series, result: await measureSeries(series, pace, stage.postgres) });
  const more: Verdict[] = [];
  if (wants('bulk')) await bulk(stage.app, stage.tenants.growing);
  if (wants('stream')) more.push(await measureStream(stage));
  if (wants('sync')) more.push(await measureSync(stage, pace.sync));
  if (wants('screens')) more.push(...(await measureScreens(stage, pace.looks)));
  // Minutes by itself: so it is done when it is asked for.
  if (options.only === 'walk') more.push(...(await longWalk(stage)));
  console.log(`\n${figuresTable(measured)}\n\n${targetsTable(measured, more, stage.idleMemory)}`);
}

/** Memory while a group is sent that is larger than all of it. */
async function measureStream({ app, groups, tenants: { grouped } }: Stage): Promise<Verdict> {
  const measured = await streamGroup(app, grouped, groups[100_000]);
  return { promise: 'memory, sending a group of 100 000', bound: 'most', limit: 300, unit: 'MB', measured };
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
