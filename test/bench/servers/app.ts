import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from './contestant.js';
import { findFreePort, ServerProcess } from './server-process.js';

const PACKAGE = new URL('../../../../package.json', import.meta.url);

export interface AppOptions {
  /** The compiled `main.js`. */
  readonly script: string;
  readonly databaseUrl: string;
  readonly database: string;
  /** Where it keeps its log. */
  readonly directory: string;
  /** Options of Node's, beside those of `npm start`. */
  readonly nodeOptions?: readonly string[];
}

/**
 * Starts RuleForge as an operator does, on the defaults but for one: the rate that a connection is held to is out of the
 * way of sixteen workers who share one.
 */
export async function startApp(options: AppOptions): Promise<Contestant> {
  const { script, databaseUrl, database, directory, nodeOptions = [] } = options;
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    args: [...readStartOptions(), ...nodeOptions, script],
    env: {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      RULEFORGE_FIRST_RUN_FILE: join(directory, 'first-run.json'),
      RULEFORGE_SCIM_REQUESTS_PER_SECOND: '1000000',
      RULEFORGE_DRAIN_SECONDS: '0',
    },
    log: join(directory, 'app.log'),
    readyUrl: `${origin}/health/ready`,
  });
  return {
    ...{ origin, database, pid: server.pid },
    basePath: ({ connectionId }: Tenant) => `/scim/${connectionId}/v2`,
    stop: () => server.stop(),
  };
}

/** What `npm start` tells Node before it names the script. */
function readStartOptions(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1, -1);
}

/** What the operator's command prints of a new organization. */
export interface FoundedOrganization {
  readonly organizationId: string;
  readonly admin: { readonly email: string; readonly password: string };
  readonly scim: { readonly connectionId: string; readonly token: string };
}

/** Founds an organization with the operator's command. */
export async function foundOrganization(
  { script, databaseUrl }: Pick<AppOptions, 'script' | 'databaseUrl'>,
  name: string,
): Promise<FoundedOrganization> {
  const command = join(dirname(script), 'cli', 'main.js');
  const wish = ['organization', 'create', '--name', name, '--admin-email', `admin@${name}.test`, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...wish], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
  });
  return JSON.parse(stdout) as FoundedOrganization;
}
