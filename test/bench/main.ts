import { fileURLToPath } from 'node:url';
import { measureSeries } from './measure/series.js';
import { readOptions } from './options.js';
import { PACES } from './pace.js';
import { planOf } from './plan.js';
import { runProfile } from './profile/run-profile.js';
import { figuresTable, type MeasuredSeries, targetsTable } from './report/report.js';
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
  if (plan.length === 0) throw new Error(`There is no series named ${options.only}.`);
  const measured: MeasuredSeries[] = [];
  for (const series of plan) measured.push({ series, result: await measureSeries(series, pace, stage.postgres) });
  console.log(`\n${figuresTable(measured)}\n\n${targetsTable(measured, stage.idleMemory)}`);
}
