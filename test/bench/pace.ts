import type { SyncSize } from './measure/sync.js';

/** How long, and how often, things are measured. */
export interface Pace {
  /** Rounds of each contender at each concurrency. */
  readonly rounds: Readonly<Record<Concurrency, number>>;
  readonly roundMs: number;
  /** Requests before the first round, so that both sides run compiled code and warm caches. */
  readonly warmUp: number;
  readonly sync: SyncSize;
  /** How often each screen is looked at. */
  readonly looks: number;
}

export const CONCURRENCIES = [1, 16] as const;
export type Concurrency = (typeof CONCURRENCIES)[number];

/** The targets are for sixteen connections, so most rounds are theirs. */
export const PACES: Readonly<Record<'full' | 'quick', Pace>> = {
  full: {
    rounds: { 1: 3, 16: 7 },
    roundMs: 1_000,
    warmUp: 4_000,
    sync: { users: 10_000, groups: 50, groupsEach: 4 },
    looks: 31,
  },
  quick: {
    rounds: { 1: 1, 16: 3 },
    roundMs: 250,
    warmUp: 500,
    sync: { users: 1_000, groups: 10, groupsEach: 4 },
    looks: 9,
  },
};
