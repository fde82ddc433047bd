import type { Identified, Range, Source, SourcePage } from './source.js';

/**
 * One list of several, one after the other; the key of a place is the place of its list among them. Costs a page of each
 * of them at most.
 */
export async function inTurn<Item extends Identified>(
  sources: readonly Source<Item>[],
  { startIndex, count, after, total: known }: Range,
): Promise<SourcePage<Item>> {
  const found: { readonly item: Item; readonly key: string }[] = [];
  const begun = Number(after?.key ?? 0);
  let before = 0;
  for (const [index, read] of sources.entries()) {
    const isOver = index < begun || (found.length === count && known !== undefined);
    if (isOver) continue;
    const from = after && index === begun ? { startIndex: 1, after } : { startIndex: Math.max(1, startIndex - before) };
    const { total, resources } = await read({ ...from, count: count - found.length, total: known });
    found.push(...resources.map((item) => ({ item, key: String(index) })));
    before += total;
  }
  return { total: known ?? before, resources: found.map(({ item }) => item), keys: found.map(({ key }) => key) };
}
