import { Injectable } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import { Cursors } from '../cursors/cursors.service.js';
import type { Caller } from '../ports/scope.js';
import type { ListPage, Paging } from './list-query.js';
import type { Identified, Range, SourcePage } from './source.js';

type ReadRange<Item> = (range: Range) => Promise<SourcePage<Item>>;

/** Pages of lists, by position (RFC 7644 §3.4.2.4) and by cursor (RFC 9865). */
@Injectable()
export class Pages {
  constructor(private readonly cursors: Cursors) {}

  /**
   * `subject` tells which list it is: a cursor leads through no other one.
   * @throws ScimError 400 `invalidCursor`, `expiredCursor`, `invalidCount`
   */
  async read<Item extends Identified>(
    caller: Caller,
    subject: unknown,
    { startIndex, count, cursor }: Paging,
    read: ReadRange<Item>,
  ): Promise<ListPage<Item>> {
    if (cursor !== undefined) return this.walk(caller, textOf(subject), cursor, count, read);
    const { total, resources } = await read({ startIndex, count });
    return { total, resources, startIndex };
  }

  private async walk<Item extends Identified>(
    caller: Caller,
    subject: string,
    cursor: string,
    count: number,
    read: ReadRange<Item>,
  ): Promise<ListPage<Item>> {
    const begin = cursor === '' ? undefined : await this.cursors.read(caller, subject, cursor);
    if (begin && begin.count !== count) throw ScimError.invalidCount('Ask for each page with the count of the first.');
    // One more than the page has tells whether another page follows.
    const wanted = count === 0 ? 0 : count + 1;
    const range = { startIndex: 1, count: wanted, ...(begin && { after: begin.after, total: begin.total }) };
    const { total, resources, keys = [] } = await read(range);
    const last = resources[count - 1];
    if (!last || resources.length <= count) return { total, resources };
    const after = { id: last.id, key: keys[count - 1] ?? null };
    const nextCursor = await this.cursors.make(caller, subject, { after, total, count });
    return { total, resources: resources.slice(0, count), nextCursor };
  }
}

/** The same for the same list, however its filter was spelled; attributes' descriptions do not matter. */
const textOf = (subject: unknown) =>
  JSON.stringify(subject, (name, value: unknown) => (DESCRIPTIONS.has(name) ? undefined : value));

const DESCRIPTIONS: ReadonlySet<string> = new Set(['attribute', 'container']);
