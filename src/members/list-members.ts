import type { EntityManager } from 'typeorm';
import type { Member } from './member.js';
import { searchWords, toTerm } from './member-terms.js';
import { MEMBER_COLUMNS } from './read.statements.js';
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
 * Members by name. Walks the index of names from the cursor on, so that a page costs the same wherever it lies. Not named
 * statements: the best plan depends on how common the words are.
 */
export async function listMembers(
  tx: EntityManager,
  organizationId: string,
  search: MemberSearch,
): Promise<MemberList> {
  const { limit, after, before } = search;
  let found: Member[] = [];
  for (const { text, values } of composeMemberSearch(organizationId, search)) {
    found = await tx.query<Member[]>(text, [...values]);
    if (found.length > limit) break;
  }
  return toList(found, limit, before !== undefined, readCursor(before ?? after) !== undefined);
}

interface ComposedSearch {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One more than `limit`, by the first of the statements that finds so many, or else by the last one. */
function composeMemberSearch(
  organizationId: string,
  { text = '', active, role, managedBy, limit, after, before }: MemberSearch,
): readonly ComposedSearch[] {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const words = searchWords(text).map(bind);
  const conditions = ['m.organization_id = $1', 'm.removed_at IS NULL'];
  if (active !== undefined) conditions.push(`m.active = ${bind(active)}`);
  if (role !== undefined) conditions.push(`m.role = ${bind(role)}`);
  if (managedBy?.connectionId === null) conditions.push('m.connection_id IS NULL');
  else if (managedBy) conditions.push(`m.connection_id = ${bind(managedBy.connectionId)}`);
  const cursor = readCursor(before ?? after);
  if (cursor) {
    const from = `(${bind(cursor.nameKey)}, ${bind(cursor.id)}::uuid)`;
    conditions.push(`(m.name_key, m.id) ${before === undefined ? '>' : '<'} ${from}`);
  }
  const order = before === undefined ? 'm.name_key, m.id' : 'm.name_key DESC, m.id DESC';
  const walk = (source: string, where: string, most: string) =>
    `SELECT ${MEMBER_COLUMNS} FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT ${most}`;
  const most = bind(limit + 1);
  const all = conditions.join(' AND ');
  if (words.length < 2) {
    return [{ text: walk('members m', [all, ...words.map(hasTerm)].join(' AND '), most), values }];
  }
  const first = `(SELECT * FROM members m WHERE ${all} ORDER BY ${order} LIMIT ${(limit + 1) * LOOKED_AT_FOR_ONE}) AS m`;
  return [
    { text: walk(first, words.map(hasTerm).join(' AND '), most), values },
    { text: walk('members m', [all, ...words.map(isAmong)].join(' AND '), most), values },
  ];
}

/** Of several words: words that are common together are had by some of so many. */
const LOOKED_AT_FOR_ONE = 10;

/**
 * Of one word, whoever has it is looked up member by member: a page is full after few of them, or few have it. Words that
 * are common each may be rare together, so that of several the first members are looked at, and then the sets of them joined, the smallest first.
 */
const hasTerm = (word: string) => `EXISTS (${termsWith(word)} AND t.member_id = m.id)`;

const isAmong = (word: string) => `m.id IN (${termsWith(word)})`;

const termsWith = (word: string) => `
  SELECT t.member_id FROM member_terms t
  WHERE t.organization_id = $1 AND t.term >= ${word} AND t.term < ${word} || chr(1114111)`;

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
function readCursor(cursor: string | undefined): { nameKey: string; id: string } | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString();
  const [, id, nameKey] = CURSOR.exec(text) ?? [];
  return id !== undefined && nameKey !== undefined ? { id, nameKey } : undefined;
}

const CURSOR = /^([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})([^\0]*)$/su;
