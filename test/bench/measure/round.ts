import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../load/bench-request.js';
import { drive } from '../load/drive.js';
import type { Tenant } from '../population/tenant.js';
import type { Contestant } from '../servers/contestant.js';
import type { Postgres } from '../servers/postgres.js';
import { cpuOf, cpuOfFamily, memoryOf } from './usage.js';

/** One server that does one thing. */
export interface Contender {
  readonly server: Contestant;
  readonly tenant: Tenant;
  readonly operation: Operation;
}

export interface Round {
  readonly latencies: readonly number[];
  readonly operationsPerSecond: number;
  /** CPU milliseconds of the server, and of PostgreSQL. */
  readonly nodeMs: number;
  readonly postgresMs: number;
  readonly statements: number | undefined;
  readonly bytesReceived: number;
  /** Megabytes that the server held at the end. */
  readonly memory: number;
}

const WARM_UP_WORKERS = 16;

/** Has a server do it until it has done it often enough to run at its best. */
export async function warmUp({ server, tenant, operation }: Contender, requests: number): Promise<void> {
  const { origin } = server;
  for (let done = 0; done < requests;) {
    const workers = Array.from({ length: WARM_UP_WORKERS }, (_, n) => operation.requests(n, WARM_UP_WORKERS));
    const load = { origin, basePath: server.basePath(tenant), token: tenant.token, requests: workers, forMs: 250 };
    done += (await drive(load)).latencies.length;
  }
}

/** For what a server writes behind its requests: it belongs to the round that caused it. */
const SETTLING_MS = 300;

export async function measureRound(
  { server, tenant, operation }: Contender,
  concurrency: number,
  forMs: number,
  postgres: Postgres,
): Promise<Round> {
  const read = async () => ({
    statements: await postgres.statementsIn(server.database),
    nodeMs: cpuOf(server.pid),
    postgresMs: cpuOfFamily(postgres.pid),
  });
  const requests = Array.from({ length: concurrency }, (_, worker) => operation.requests(worker, concurrency));
  const before = await read();
  const load = { origin: server.origin, basePath: server.basePath(tenant), token: tenant.token, requests, forMs };
  const { latencies, seconds, bytesReceived } = await drive(load);
  const memory = memoryOf(server.pid);
  await sleep(SETTLING_MS);
  const after = await read();
  return {
    ...{ latencies, bytesReceived, memory },
    operationsPerSecond: latencies.length / seconds,
    nodeMs: after.nodeMs - before.nodeMs,
    postgresMs: after.postgresMs - before.postgresMs,
    statements: after.statements === undefined ? undefined : after.statements - (before.statements ?? 0),
  };
}
