import { GatheredChanges } from './gathered-changes.js';

interface Change {
  readonly name: string;
  readonly about: string;
}

function aDatabase() {
  const made: { names: readonly string[]; commit: () => void; fail: (error: Error) => void }[] = [];
  const changes = new GatheredChanges<Change, string>(
    (together) =>
      new Promise((resolve, reject) => {
        const names = together.map(({ name }) => name);
        made.push({ names, commit: () => resolve(names.map((name) => name.toUpperCase())), fail: reject });
      }),
    ({ about }) => about.split(' '),
    ({ name }) => name.charAt(0),
  );
  const run = (name: string, about = name, lane = 'okta') => changes.run(lane, { name, about });
  const commit = async () => {
    made.at(-1)?.commit();
    await aTurn();
  };
  const fail = async (error: Error) => {
    made.at(-1)?.fail(error);
    await aTurn();
  };
  return { run, commit, fail, names: () => made.map(({ names }) => names.join(' ')) };
}

const aTurn = () => new Promise(setImmediate);

describe('GatheredChanges', () => {
  it('makes the first at once, and together those that came meanwhile', async () => {
    const { run, commit, names } = aDatabase();
    const outcomes = Promise.all(['a', 'b', 'c'].map((name) => run(name)));
    expect(names()).toEqual(['a']);
    await commit();
    expect(names()).toEqual(['a', 'b c']);
    await commit();
    expect(await outcomes).toEqual(['A', 'B', 'C']);
    void run('d');
    expect(names()).toEqual(['a', 'b c', 'd']);
  });

  it('lets a change wait for an earlier one that concerns the same, and others pass', async () => {
    const { run, commit, names } = aDatabase();
    const outcomes = Promise.all([run('a'), run('b1', 'b'), run('b2', 'b'), run('b3', 'b'), run('c')]);
    await commit();
    await commit();
    await commit();
    await commit();
    expect(names()).toEqual(['a', 'b1 c', 'b2', 'b3']);
    expect(await outcomes).toEqual(['A', 'B1', 'B2', 'B3', 'C']);
  });

  it('keeps lanes apart', () => {
    const { run, names } = aDatabase();
    void run('a', 'a', 'okta');
    void run('b', 'b', 'entra');
    expect(names()).toEqual(['a', 'b']);
  });

  it('tries each alone when they fail together, and goes on', async () => {
    const { run, commit, fail, names } = aDatabase();
    const outcomes = Promise.allSettled(['a', 'b', 'c'].map((name) => run(name)));
    await commit();
    await fail(new Error('together'));
    await fail(new Error('b alone'));
    await commit();
    expect(names()).toEqual(['a', 'b c', 'b', 'c']);
    const [a, b, c] = await outcomes;
    expect(a).toEqual({ status: 'fulfilled', value: 'A' });
    expect(b).toMatchObject({ status: 'rejected', reason: { message: 'b alone' } });
    expect(c).toEqual({ status: 'fulfilled', value: 'C' });
  });

  it('waits once for what is out of reach, and lets the others pass', async () => {
    const { run, commit, fail, names } = aDatabase();
    const outcomes = Promise.allSettled(['a', 'b1', 'b2', 'c', 'b3'].map((name) => run(name)));
    const locked = Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
    await commit();
    await fail(locked);
    await fail(locked);
    await commit();
    expect(names()).toEqual(['a', 'b1 b2 c b3', 'b1', 'c']);
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
  });

  it('makes no more than a hundred together', async () => {
    const { run, commit, names } = aDatabase();
    void Promise.all(Array.from({ length: 152 }, (_, index) => run(String(index))));
    await commit();
    await commit();
    await commit();
    expect(names().map((together) => together.split(' ').length)).toEqual([1, 100, 51]);
  });
  it('makes a large one alone', async () => {
    const { run, commit, names } = aDatabase();
    const large = (start: number) => Array.from({ length: 6_000 }, (_, index) => start + index).join(' ');
    void Promise.all([run('a'), run('b', large(0)), run('c', large(10_000)), run('d')]);
    await commit();
    await commit();
    await commit();
    expect(names()).toEqual(['a', 'b', 'c d']);
  });
});
