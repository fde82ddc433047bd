/**
 * The same items, the first of which has been waited for.
 * @throws what the source throws before it has one
 */
export async function begin<Item>(source: AsyncIterable<Item>): Promise<AsyncIterable<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  return continued(first, iterator);
}

async function* continued<Item>(first: IteratorResult<Item>, iterator: AsyncIterator<Item>): AsyncGenerator<Item> {
  try {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value;
  } finally {
    // Whoever stops in the middle stops the source too.
    await iterator.return?.();
  }
}
