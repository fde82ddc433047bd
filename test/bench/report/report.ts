import { CONCURRENCIES } from '../pace.js';
import { figuresOf } from '../measure/figures.js';
import type { Series, SeriesResult, Target } from '../measure/series.js';
import { figure, table } from './table.js';

export interface MeasuredSeries {
  readonly series: Series;
  readonly result: SeriesResult;
}

const HEAD = [
  'what',
  'who',
  'at once',
  'a second',
  'p50 ms',
  'p99 ms',
  'Node ms',
  'PostgreSQL ms',
  'statements',
  'bytes',
  'MB',
];

/** Every contender's figures; CPU, statements and bytes are those of one request, memory is the server's. */
export function figuresTable(measured: readonly MeasuredSeries[]): string {
  const rows = measured.flatMap(({ series, result }) =>
    CONCURRENCIES.flatMap((concurrency) =>
      Object.entries(result[concurrency]).map(([contender, rounds]) => {
        const { operationsPerSecond, p50, p99, nodeMs, postgresMs, statements, bytesReceived, memory } =
          figuresOf(rounds);
        const figures = [operationsPerSecond, p50, p99, nodeMs, postgresMs, statements].map(figure);
        const sizes = [bytesReceived, memory].map((size) => String(Math.round(size)));
        return [series.name, contender, String(concurrency), ...figures, ...sizes];
      }),
    ),
  );
  return table(HEAD, rows);
}

/** What was promised, at sixteen connections, and what came of it. */
export function targetsTable(
  measured: readonly MeasuredSeries[],
  more: readonly Verdict[],
  idleMemory: number,
): string {
  const verdicts: Verdict[] = [
    ...measured.flatMap(({ series, result }) =>
      series.targets.map((target) => ({ ...target, measured: target.measure(result[16]) })),
    ),
    ...more,
    { promise: 'memory, idle', bound: 'most', limit: 130, unit: 'MB', measured: idleMemory },
    { promise: 'memory, under load', bound: 'most', limit: 250, unit: 'MB', measured: mostMemory(measured) },
  ];
  return table(['promise', 'target', 'measured', 'met'], verdicts.map(toRow));
}

/** A promise, and what came of it. */
export interface Verdict extends Omit<Target, 'measure'> {
  readonly measured: number;
}

function toRow({ promise, bound, limit, unit, measured }: Verdict): string[] {
  const isMet = bound === 'least' ? measured >= limit : measured <= limit;
  return [promise, `${bound === 'least' ? '≥' : '≤'} ${limit} ${unit}`, figure(measured), isMet ? 'yes' : 'NO'];
}

function mostMemory(measured: readonly MeasuredSeries[]): number {
  const appRounds = measured.flatMap(({ result }) =>
    CONCURRENCIES.flatMap((concurrency) =>
      Object.entries(result[concurrency]).flatMap(([name, rounds]) => (name.startsWith('app') ? rounds : [])),
    ),
  );
  return Math.max(0, ...appRounds.map(({ memory }) => memory));
}
