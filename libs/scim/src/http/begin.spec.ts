import { begin } from './begin.js';

describe('begin', () => {
  it('gives the items of the source, in their order', async () => {
    const items: number[] = [];
    for await (const item of await begin(counting(3))) items.push(item);
    expect(items).toEqual([1, 2, 3]);
  });

  it('gives nothing when there is nothing', async () => {
    for await (const item of await begin(counting(0))) throw new Error(`There is ${item}.`);
  });

  it('throws what the source throws before it has an item', async () => {
    const source = counting(1, () => {
      throw new Error('no database');
    });
    await expect(begin(source)).rejects.toThrow('no database');
  });

  it('stops the source when its reader stops, and reads no further than it', async () => {
    const seen: string[] = [];
    const source = counting(
      100,
      (number) => seen.push(`read ${number}`),
      () => seen.push('stopped'),
    );
    for await (const item of await begin(source)) if (item === 2) break;
    expect(seen).toEqual(['read 1', 'read 2', 'stopped']);
  });
});

async function* counting(last: number, onRead?: (number: number) => void, onEnd?: () => void) {
  try {
    for (let number = 1; number <= last; number++) {
      onRead?.(number);
      yield await Promise.resolve(number);
    }
  } finally {
    onEnd?.();
  }
}
