import type { EntityManager } from 'typeorm';
import type { Member } from './member.js';
import {
  composeFirstMembers,
  composeMembersOfSets,
  type ComposedStatement,
  composeWordCounts,
  type MemberPlace,
  type MemberQuery,
  toMemberQuery,
} from './member-search.sql.js';
import { toTerm } from './member-terms.js';
import type { Role } from './roles.js';

export interface MemberSearch {
  /** Words; of each member found, the name, userName or an address has a word that begins with each of them. */
  readonly text?: string;
  readonly active?: boolean;
  readonly role?: Role;
  /** Of those whom this connection manages, or nobody but people. */
  readonly managedBy?: { readonly connectionId: string | null };
  readonly limit: number;
  /** The page that begins after this cursor, or the one that ends before it. */
  readonly after?: string;
  readonly before?: string;
}

export interface MemberList {
  readonly members: readonly Member[];
  /** The cursor after which the next page begins; absent on the last one. */
  readonly next?: string;
  /** The cursor before which the previous page ends; absent on the first one. */
  readonly previous?: string;
}

/**
 * Members by name. Walks the index of names from the cursor on, so that a page costs the same wherever it lies; of words the
 * first members are looked at, and then the sets of who has them. Not named statements: the best plan depends on the words.
 */
export async function listMembers(
  tx: EntityManager,
  organizationId: string,
  search: MemberSearch,
): Promise<MemberList> {
  const { limit, after, before } = search;
  const cursor = readCursor(before ?? after);
  const found = await findMembers(tx, toMemberQuery(organizationId, search, cursor), limit);
  return toList(found, limit, before !== undefined, cursor !== undefined);
}

async function findMembers(tx: EntityManager, query: MemberQuery, limit: number): Promise<Member[]> {
  const run = <Row>({ text, values }: ComposedStatement) => tx.query<Row[]>(text, [...values]);
  const first = await run<Member>(composeFirstMembers(query, limit));
  if (first.length > limit || query.words.length === 0) return first;
  const counts = query.words.length > 1 ? await run<{ readonly isSmall: boolean }>(composeWordCounts(query)) : [];
  return run<Member>(
    composeMembersOfSets(
      query,
      counts.map(({ isSmall }) => isSmall),
    ),
  );
}

function toList(found: readonly Member[], limit: number, backwards: boolean, continued: boolean): MemberList {
  const more = found.length > limit;
  const rows = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasNext = backwards ? continued : more;
  const hasPrevious = backwards ? more : continued;
  return {
    members: rows,
    ...(last && hasNext ? { next: toCursor(last) } : {}),
    ...(first && hasPrevious ? { previous: toCursor(first) } : {}),
  };
}

const toCursor = ({ name, id }: Member) => Buffer.from(`${id}${toTerm(name)}`).toString('base64url');

/** A cursor that is none of ours begins at the beginning. */
function readCursor(cursor: string | undefined): MemberPlace | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString();
  const [, id, nameKey] = CURSOR.exec(text) ?? [];
  return id !== undefined && nameKey !== undefined ? { id, nameKey } : undefined;
}

const CURSOR = /^([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})([^\0]*)$/su;
