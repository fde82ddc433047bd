import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { RunningApplication } from '../../../support/running-application.js';
import type { Answer, Wish } from '../send.js';
import { faultOf } from './judge.js';
import { type FuzzCase, requests } from './requests.js';
import { toCurl } from './to-curl.js';
import { World } from './world.js';

export interface FuzzOptions {
  readonly cases: number;
  readonly seed: number;
  /** Told of how many were sent so far. */
  readonly progress?: (tally: Tally) => void;
}

/** What came of the cases so far. */
export interface Tally {
  sent: number;
  readonly statuses: Map<number, number>;
  /** Milliseconds that the slowest took. */
  slowest: number;
}

const CASES_PER_WORLD = 500;
const PATIENCE_MS = 1_000;
const GIVE_UP_MS = 20_000;

/**
 * Sends requests that nobody thought of. Each is answered within a second, as the protocol has it, and changes nothing
 * unless it is granted.
 * @throws Error for the first that is not, as small as it can be made, as a `curl` command
 */
export async function fuzz(app: RunningApplication, { cases, seed, progress }: FuzzOptions): Promise<Tally> {
  const tally: Tally = { sent: 0, statuses: new Map(), slowest: 0 };
  for (let begun = 0; begun < cases; begun += CASES_PER_WORLD) {
    const world = await World.make(app);
    try {
      const judge = await judgeIn(world, tally);
      const numRuns = Math.min(CASES_PER_WORLD, cases - begun);
      await fc.assert(fc.asyncProperty(requests, judge), { numRuns, seed: seed + begun });
      await world.expectOrder();
    } finally {
      await world.close();
    }
    progress?.(tally);
  }
  return tally;
}

async function judgeIn(world: World, tally: Tally) {
  const states = new Map([
    [true, await world.stateFor(true)],
    [false, await world.stateFor(false)],
  ]);
  return async (asked: FuzzCase) => {
    const wish = world.resolve(asked);
    const baseUrl = world.baseUrlFor(asked.strict);
    const send = () => timed(world.send({ ...asked, wish }), () => toCurl(wish, baseUrl));
    const { answer, ms } = await send();
    tally.sent++;
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
    tally.slowest = Math.max(tally.slowest, ms);
    const state = await world.stateFor(asked.strict);
    const changed = state !== states.get(asked.strict);
    states.set(asked.strict, state);
    // A machine stumbles once; what hangs does so again.
    const hangs = ms > PATIENCE_MS && (await send()).ms > PATIENCE_MS;
    const fault =
      faultOf(wish, answer, baseUrl) ??
      (changed && changesNothing(wish, answer) ? 'a change' : undefined) ??
      (hangs ? `an answer after ${Math.round(ms)} ms` : undefined);
    if (fault !== undefined) throw new Error(told(fault, wish, answer, baseUrl));
  };
}

/** @throws Error when there is no answer at all */
async function timed(answering: Promise<Answer>, tell: () => string) {
  const begun = performance.now();
  const answered = new AbortController();
  const givingUp = sleep(GIVE_UP_MS, undefined, { signal: answered.signal }).catch(() => undefined);
  const answer = await Promise.race([answering, givingUp]);
  answered.abort();
  if (!answer) throw new Error(`It was not answered.\n\n${tell()}\n`);
  return { answer, ms: performance.now() - begun };
}

/** What was refused, what reads, and Bulk requests of which every operation was refused. */
function changesNothing({ method = 'GET', path }: Wish, { status, body }: Answer): boolean {
  if (status >= 400 || method === 'GET' || path.includes('.search')) return true;
  const results: readonly { status: string }[] | undefined = path === '/Bulk' ? body?.Operations : undefined;
  return results?.every((result) => Number(result.status) >= 400) ?? false;
}

const told = (fault: string, wish: Wish, { status, text }: Answer, baseUrl: string) =>
  `It was answered with ${fault}.\n\n${toCurl(wish, baseUrl)}\n\nThe answer: ${status} ${text.slice(0, 1_000)}\n`;
