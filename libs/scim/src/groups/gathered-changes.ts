import { isOutage } from '../sql/outage.js';

interface Waiting<Change, Outcome> {
  readonly change: Change;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** The most changes that are made together, unless there is one alone, and what they may concern in all. */
const MOST_TOGETHER = 100;
const MOST_CONCERNS = 10_000;

/**
 * Makes many changes with few transactions: those of one lane that come while others are under way wait, and are made
 * together. One that comes alone is made at once, and none is overtaken by one that concerns the same. When those that
 * are together fail, each is tried alone; one of a subject that has just been out of reach fails as the one before did,
 * so that nobody waits for the same lock over and over.
 */
export class GatheredChanges<Change, Outcome> {
  private readonly lanes = new Map<string, Waiting<Change, Outcome>[]>();

  /**
   * @param make makes all of the changes, or rejects having made none
   * @param concerns what a change is about: of two that have something in common one waits for the other
   * @param subjectOf what must be within reach to make a change
   */
  constructor(
    private readonly make: (changes: readonly Change[]) => Promise<readonly Outcome[]>,
    private readonly concerns: (change: Change) => Iterable<string>,
    private readonly subjectOf: (change: Change) => string,
  ) {}

  run(lane: string, change: Change): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const waiting = this.lanes.get(lane);
      if (waiting) waiting.push({ change, resolve, reject });
      else void this.work(lane, [{ change, resolve, reject }]);
    });
  }

  private async work(lane: string, first: Waiting<Change, Outcome>[]): Promise<void> {
    this.lanes.set(lane, first);
    for (let waiting = first; waiting.length > 0; waiting = this.lanes.get(lane) ?? []) {
      const { together, later } = this.divide(waiting);
      this.lanes.set(lane, later);
      await this.makeTogether(together);
    }
    this.lanes.delete(lane);
  }

  private divide(waiting: Waiting<Change, Outcome>[]) {
    const seen = new Set<string>();
    const [together, later]: [Waiting<Change, Outcome>[], Waiting<Change, Outcome>[]] = [[], []];
    for (const one of waiting) {
      const concerns = waiting.length === 1 ? [] : [...this.concerns(one.change)];
      const hasRoom = together.length < MOST_TOGETHER && seen.size + concerns.length <= MOST_CONCERNS;
      const isNext = together.length === 0 || (hasRoom && !concerns.some((concern) => seen.has(concern)));
      (isNext ? together : later).push(one);
      for (const concern of concerns) seen.add(concern);
    }
    return { together, later };
  }

  private async makeTogether(together: readonly Waiting<Change, Outcome>[]): Promise<void> {
    try {
      await this.settle(together);
    } catch (error) {
      const [alone, ...others] = together;
      if (others.length === 0) alone?.reject(error);
      else await this.makeEach(together);
    }
  }

  private async makeEach(waiting: readonly Waiting<Change, Outcome>[]): Promise<void> {
    const outOfReach = new Map<string, unknown>();
    for (const one of waiting) {
      const subject = this.subjectOf(one.change);
      if (outOfReach.has(subject)) {
        one.reject(outOfReach.get(subject));
        continue;
      }
      await this.settle([one]).catch((error: unknown) => {
        one.reject(error);
        if (isOutage(error)) outOfReach.set(subject, error);
      });
    }
  }

  private async settle(together: readonly Waiting<Change, Outcome>[]): Promise<void> {
    const outcomes = await this.make(together.map(({ change }) => change));
    together.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
  }
}
