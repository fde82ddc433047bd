import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FoundedOrganization } from '../src/setup/organization-founder.js';

/** A RuleForge of its own, on data that nobody misses. */
export interface RunningRuleForge {
  readonly url: string;
  readonly founded: FoundedOrganization;
  /** Resolves when the process has ended, by whomever. */
  readonly ended: Promise<void>;
  /** Ends it, and removes its data. */
  stop(): Promise<void>;
}

export interface RuleForgeOptions {
  readonly port: number;
  /** An empty database, used instead of an embedded one. */
  readonly databaseUrl?: string | undefined;
}

/** @throws Error when it cannot start; what it says itself goes to the standard error output */
export async function startRuleForge({ port, databaseUrl }: RuleForgeOptions): Promise<RunningRuleForge> {
  const directory = mkdtempSync(join(tmpdir(), 'ruleforge-demo-'));
  const firstRunFile = join(directory, 'first-run.json');
  const child = fork(fileURLToPath(new URL('ruleforge-process.js', import.meta.url)), {
    // A terminal's Ctrl-C is for the demo, which then stops this process.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...withoutSettings(process.env),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      PORT: String(port),
      RULEFORGE_DATA_DIR: join(directory, 'data'),
      RULEFORGE_FIRST_RUN_FILE: firstRunFile,
      RULEFORGE_LOG_LEVEL: 'silent',
      RULEFORGE_DRAIN_SECONDS: '0',
      RULEFORGE_SECRETS_KEY: randomBytes(32).toString('base64'),
      RULEFORGE_SSO_ALLOW_PRIVATE_NETWORKS: 'true',
    },
  });
  const url = `http://localhost:${port}`;
  const ended = once(child, 'exit').then(() => undefined);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await readiness(url, () => child.exitCode !== null || child.signalCode !== null);
    return { url, founded: readFounded(firstRunFile), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the surroundings set for another RuleForge is not for this one. */
const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(RULEFORGE_|DATABASE_URL$|PORT$)/.test(name)));

async function readiness(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    if (hasEnded()) throw new Error('RuleForge did not start.');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
}

function readFounded(file: string): FoundedOrganization {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FoundedOrganization;
  } catch (cause) {
    throw new Error('The demo wants a database that RuleForge has not been started on before.', { cause });
  }
}
