import { GatheredReads } from './gathered-reads.js';

function aSource() {
  const reads: { keys: readonly string[]; answer: () => void }[] = [];
  const value = new Map<string, number>([['a', 1]]);
  const source = new GatheredReads<string, number>(
    (keys) =>
      new Promise((resolve) => {
        const seen = new Map([...value].filter(([key]) => keys.includes(key)));
        reads.push({ keys, answer: () => resolve(seen) });
      }),
  );
  return { reads, value, source };
}

const aTurn = () => new Promise(setImmediate);

describe('GatheredReads', () => {
  it('answers all who asked during a read with one more read', async () => {
    const { reads, source } = aSource();
    const first = source.find('a');
    await aTurn();
    const others = [source.find('a'), source.find('a'), source.find('b')];
    reads[0]?.answer();
    expect(await first).toBe(1);
    await aTurn();
    reads[1]?.answer();
    expect(await Promise.all(others)).toEqual([1, 1, undefined]);
    expect(reads.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b']]);
  });

  it('never answers with a read that started before the question', async () => {
    const { reads, value, source } = aSource();
    const before = source.find('a');
    await aTurn();
    value.set('a', 2);
    const after = source.find('a');
    reads[0]?.answer();
    await aTurn();
    reads[1]?.answer();
    expect([await before, await after]).toEqual([1, 2]);
  });

  it('goes on after a read that failed', async () => {
    let fails = true;
    const source = new GatheredReads<string, number>((keys) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve(new Map(keys.map((key) => [key, 1]))),
    );
    await expect(source.find('a')).rejects.toThrow('away');
    fails = false;
    expect(await source.find('a')).toBe(1);
  });
});
