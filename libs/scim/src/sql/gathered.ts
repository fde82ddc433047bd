/** As many as one statement takes: beyond, it delays all of them more than a second statement would. */
const MOST_AT_ONCE = 64;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers those who ask at the same moment by one statement. Whoever asks while a statement is under way waits for the
 * next one, which starts after the question: an answer is never older than its question. Who asks alone waits for nobody.
 *
 * What waits for locks is asked in lanes, one for each organization: nobody waits for a stranger's lock.
 */
export class Gathered<Question, Answer> {
  private readonly lanes = new Map<string, Waiting<Question, Answer>[]>();

  /** `answer` gives one answer for each question, in their order; what it throws, all of them get. */
  constructor(private readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  ask(question: Question, lane = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = this.lanes.get(lane);
      if (waiting) waiting.push({ question, resolve, reject });
      else void this.answerAll(lane, [{ question, resolve, reject }]);
    });
  }

  private async answerAll(lane: string, waiting: Waiting<Question, Answer>[]): Promise<void> {
    this.lanes.set(lane, waiting);
    // Those who ask in the same turn come along.
    await Promise.resolve();
    while (waiting.length > 0) await this.answerSome(waiting.splice(0, MOST_AT_ONCE));
    this.lanes.delete(lane);
  }

  private async answerSome(asked: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(asked.map(({ question }) => question));
      for (const [index, answer] of answers.entries()) asked[index]?.resolve(answer);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
