import { Gathered } from './gathered.js';

/** Answers each number with its double, a round at a time, when it is told to. */
function doubling() {
  const rounds: { readonly asked: readonly number[]; readonly answer: () => void; readonly fail: () => void }[] = [];
  const gathered = new Gathered<number, number>(
    (asked) =>
      new Promise((resolve, reject) => {
        rounds.push({
          asked,
          answer: () => resolve(asked.map((number) => number * 2)),
          fail: () => reject(new Error('down')),
        });
      }),
  );
  return { gathered, rounds };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Gathered', () => {
  it('asks once for all who ask in one turn, and gives each its own answer', async () => {
    const { gathered, rounds } = doubling();
    const answers = [1, 2, 3].map((number) => gathered.ask(number));
    await turn();
    expect(rounds.map(({ asked }) => asked)).toEqual([[1, 2, 3]]);
    rounds[0]?.answer();
    expect(await Promise.all(answers)).toEqual([2, 4, 6]);
  });

  it('never answers a question from a round that began before it', async () => {
    const { gathered, rounds } = doubling();
    const first = gathered.ask(1);
    await turn();
    const second = gathered.ask(1);
    await turn();
    expect(rounds).toHaveLength(1);
    rounds[0]?.answer();
    await first;
    await turn();
    expect(rounds.map(({ asked }) => asked)).toEqual([[1], [1]]);
    rounds[1]?.answer();
    expect(await second).toBe(2);
  });

  it('takes at most 64 at once', async () => {
    const { gathered, rounds } = doubling();
    const answers = Array.from({ length: 65 }, (_, number) => gathered.ask(number));
    await turn();
    rounds[0]?.answer();
    await turn();
    rounds[1]?.answer();
    await Promise.all(answers);
    expect(rounds.map(({ asked }) => asked.length)).toEqual([64, 1]);
  });

  it('fails all of a round with it, and nobody after', async () => {
    const { gathered, rounds } = doubling();
    const failing = Promise.allSettled([gathered.ask(1), gathered.ask(2)]);
    await turn();
    rounds[0]?.fail();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = gathered.ask(3);
    await turn();
    rounds[1]?.answer();
    expect(await later).toBe(6);
  });

  it('lets no lane wait for another', async () => {
    const { gathered, rounds } = doubling();
    void gathered.ask(1, 'one');
    await turn();
    const other = gathered.ask(2, 'other');
    await turn();
    rounds[1]?.answer();
    expect(await other).toBe(4);
  });
});
