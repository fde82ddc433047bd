import type { Postgres } from '../servers/postgres.js';
import { CONCURRENCIES, type Concurrency, type Pace } from '../pace.js';
import type { Contender, Round } from './round.js';
import { measureRound, warmUp } from './round.js';

/** Contenders that are measured beside each other. */
export interface Series {
  readonly name: string;
  readonly contenders: Readonly<Record<string, Contender>>;
  readonly targets: readonly Target[];
  /** Runs before the first round. */
  readonly prepare?: () => Promise<void>;
}

/** What was promised of a series. */
export interface Target {
  readonly promise: string;
  readonly bound: 'least' | 'most';
  readonly limit: number;
  readonly unit: string;
  measure(rounds: RoundsByContender): number;
}

type RoundsByContender = Readonly<Record<string, readonly Round[]>>;
export type SeriesResult = Readonly<Record<Concurrency, RoundsByContender>>;

/** The machine is never quiet: so contenders take turns, in short rounds, and each round is compared with its neighbour. */
export async function measureSeries(series: Series, pace: Pace, postgres: Postgres): Promise<SeriesResult> {
  await series.prepare?.();
  for (const contender of Object.values(series.contenders)) await warmUp(contender, pace.warmUp);
  await postgres.checkpoint();
  const results = {} as Record<Concurrency, RoundsByContender>;
  for (const concurrency of CONCURRENCIES) results[concurrency] = await takeTurns(series, concurrency, pace, postgres);
  return results;
}

async function takeTurns({ contenders }: Series, concurrency: Concurrency, pace: Pace, postgres: Postgres) {
  const turns = Object.entries(contenders).map(([name, contender]) => ({ name, contender, rounds: [] as Round[] }));
  for (let round = 0; round < pace.rounds[concurrency]; round++) {
    for (const { contender, rounds } of turns) {
      rounds.push(await measureRound(contender, concurrency, pace.roundMs, postgres));
    }
  }
  return Object.fromEntries(turns.map(({ name, rounds }) => [name, rounds]));
}
