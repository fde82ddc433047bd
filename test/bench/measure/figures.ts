import type { Round } from './round.js';

/** What the rounds of one contender come to. */
export interface Figures {
  readonly operationsPerSecond: number;
  /** Milliseconds within which half, and all but one in a hundred, of the requests were answered. */
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds a request. */
  readonly nodeMs: number;
  readonly postgresMs: number;
  /** Statements a request. */
  readonly statements: number | undefined;
  readonly bytesReceived: number;
  /** The most megabytes. */
  readonly memory: number;
}

export function figuresOf(rounds: readonly Round[]): Figures {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const each = (amountOf: (round: Round) => number) =>
    rounds.reduce((sum, round) => sum + amountOf(round), 0) / latencies.length;
  return {
    operationsPerSecond: medianOf(rounds.map((round) => round.operationsPerSecond)),
    p50: quantileOf(latencies, 0.5),
    p99: quantileOf(latencies, 0.99),
    nodeMs: each((round) => round.nodeMs),
    postgresMs: each((round) => round.postgresMs),
    statements: rounds[0]?.statements === undefined ? undefined : each((round) => round.statements ?? 0),
    bytesReceived: each((round) => round.bytesReceived),
    memory: Math.max(...rounds.map((round) => round.memory)),
  };
}

/** How fast `one` is beside `other`: the median over the pairs of rounds that ran beside each other. */
export const speedRatioOf = (one: readonly Round[], other: readonly Round[]): number =>
  medianOf(one.map((round, index) => round.operationsPerSecond / other[index]!.operationsPerSecond));

const medianOf = (values: readonly number[]) =>
  quantileOf(
    [...values].sort((a, b) => a - b),
    0.5,
  );

const quantileOf = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
