import { ScimError } from '../core/errors/scim-error.js';
import { compareText } from '../core/filter/compare-text.js';
import type { Sort } from '../core/filter/read-sort.js';
import type { PagePlace } from '../core/query/page-place.js';
import { PAGE_SIZE } from '../scim.options.js';
import type { Identified, Range, Source, SourcePage } from './source.js';

/** A list and whether its resources have what the lists are sorted by. */
export interface SortedSource<Item> {
  readonly read: Source<Item>;
  readonly isSorted: boolean;
}

/**
 * One list of several, each of them sorted by the same attribute, that several have as text only. Costs a page of each of
 * them, from its beginning or from behind a place.
 * @throws ScimError 400 `tooMany` for a position that is reached only by reading more than a page of each (RFC 7644
 *   §3.4.2.1)
 */
export async function merged<Item extends Identified>(
  sources: readonly SortedSource<Item>[],
  order: Sort['order'],
  { startIndex, count, after, total: known }: Range,
): Promise<SourcePage<Item>> {
  const skipped = startIndex - 1;
  if (skipped > 0 && skipped + count > PAGE_SIZE.most) {
    throw ScimError.tooMany(
      `Sorted resources of all types end at position ${PAGE_SIZE.most}. Walk them by cursor, or ask one endpoint.`,
    );
  }
  const places: Placed<Item>[] = [];
  let total = 0;
  for (const source of sources) {
    const begin = beginOf(source, order, after);
    if (begin === 'over') continue;
    const page = await source.read({ startIndex: 1, count: count && skipped + count, after: begin, total: known });
    places.push(...page.resources.map((item, index) => ({ item, id: item.id, key: page.keys?.[index] ?? null })));
    total += page.total;
  }
  const chosen = places.sort(comparing(order)).slice(skipped, skipped + count);
  return { total: known ?? total, resources: chosen.map(({ item }) => item), keys: chosen.map(({ key }) => key) };
}

interface Placed<Item> extends PagePlace {
  readonly item: Item;
}

/** Where a list goes on behind a place of all: resources without a value come last when ascending, first when descending. */
function beginOf({ isSorted }: SortedSource<unknown>, order: Sort['order'], after: PagePlace | undefined) {
  if (!after || isSorted || after.key === null) return after;
  return order === 'ascending' ? undefined : 'over';
}

const comparing =
  (order: Sort['order']) =>
  (one: PagePlace, other: PagePlace): number => {
    const difference = compareKeys(one.key, other.key);
    return (order === 'ascending' ? difference : -difference) || compareText(one.id, other.id);
  };

function compareKeys(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareText(one, other);
}
