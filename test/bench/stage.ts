import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf } from './measure/usage.js';
import { invite, populate } from './population/populate.js';
import { type GroupsBySize, populateGroups } from './population/groups.js';
import { type Tenant, type TenantSize, TENANTS, type TenantName, type Tenants } from './population/tenant.js';
import { foundOrganization, startApp } from './servers/app.js';
import type { Contestant } from './servers/contestant.js';
import { startFloor } from './servers/floor.js';
import { Postgres } from './servers/postgres.js';

/** Everything that takes part: started, filled and at rest. */
export interface Stage {
  readonly postgres: Postgres;
  readonly app: Contestant;
  readonly floor: Contestant;
  readonly tenants: Tenants;
  /** Those of the organization that has any. */
  readonly groups: GroupsBySize;
  /** Megabytes that the application held before anybody asked it anything. */
  readonly idleMemory: number;
  /** One more organization, of that size. */
  readonly addTenant: (name: string, size: TenantSize) => Promise<Tenant>;
}

export interface StageOptions {
  /** The compiled application. */
  readonly script: string;
  readonly nodeOptions?: readonly string[];
}

const IDLE_MS = 3_000;

/** Sets the stage, lets `perform` use it, and clears it away whatever happens, a signal to stop included. */
export async function onStage(options: StageOptions, perform: (stage: Stage) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'ruleforge-bench-'));
  const opened: { stop(): Promise<void> }[] = [];
  const open = async <Part extends { stop(): Promise<void> }>(starting: Promise<Part>): Promise<Part> => {
    const part = await starting;
    opened.push(part);
    return part;
  };
  const play = async () => {
    const postgres = await open(Postgres.start(directory));
    await postgres.create('ruleforge');
    const app = { ...options, directory, database: 'ruleforge', databaseUrl: postgres.urlOf('ruleforge') };
    const tenants = await prepareTenants(app, await open(startApp(app)));
    const groups = await populateGroups(app.databaseUrl, tenants.grouped);
    await postgres.vacuum('ruleforge');
    // The floor works on the very same rows.
    await postgres.create('floor', 'ruleforge');
    const floor = { directory, database: 'floor', databaseUrl: postgres.urlOf('floor') };
    const contestants = { app: await open(startApp(app)), floor: await open(startFloor(floor)) };
    await sleep(IDLE_MS);
    const addTenant = async (name: string, { firstPerson, size }: TenantSize) => {
      const invited = await invite(contestants.app, await foundOrganization(app, name), firstPerson);
      const tenant = await populate(app.databaseUrl, invited, size);
      await postgres.vacuum(app.database);
      return tenant;
    };
    await perform({ ...contestants, postgres, tenants, groups, addTenant, idleMemory: memoryOf(contestants.app.pid) });
  };
  try {
    await Promise.race([play(), interruption()]);
  } catch (error) {
    for (const log of ['app.log', 'floor.log']) console.error(lastLinesOf(join(directory, log)));
    throw error;
  } finally {
    for (const part of opened.reverse()) await part.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Rejects when somebody ends the run. */
const interruption = () =>
  new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Error(`The run was ended by ${signal}.`)));
    }
  });

/** What a server has to say about a failure. */
const lastLinesOf = (log: string) =>
  existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-10).join('\n') : '';

/** Each organization as its operator and its directory make it, then filled up behind the application's back. */
async function prepareTenants(options: Parameters<typeof startApp>[0], app: Contestant): Promise<Tenants> {
  const tenants = {} as Record<TenantName, Tenants[TenantName]>;
  const names = Object.keys(TENANTS) as TenantName[];
  for (const name of names) {
    tenants[name] = await invite(app, await foundOrganization(options, name), TENANTS[name].firstPerson);
  }
  await app.stop();
  for (const name of names) tenants[name] = await populate(options.databaseUrl, tenants[name], TENANTS[name].size);
  return tenants;
}
