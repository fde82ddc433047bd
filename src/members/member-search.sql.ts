import type { MemberSearch } from './list-members.js';
import { searchWords } from './member-terms.js';
import { MEMBER_COLUMNS } from './read.statements.js';

/** A statement and what its parameters are. */
export interface ComposedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Where a page begins or ends. */
export interface MemberPlace {
  readonly nameKey: string;
  readonly id: string;
}

/** What is asked of members, as SQL; $1 is the organization, the next ones are the words. */
export interface MemberQuery {
  readonly values: readonly unknown[];
  readonly words: readonly string[];
  /** What they must be, besides having the words. */
  readonly conditions: string;
  readonly order: string;
  /** How many are wanted, and one more. */
  readonly most: string;
}

/** @param cursor the page begins after it, or ends before it */
export function toMemberQuery(
  organizationId: string,
  { text = '', active, role, managedBy, limit, before }: MemberSearch,
  cursor: MemberPlace | undefined,
): MemberQuery {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const words = searchWords(text).map(bind);
  const conditions = ['m.organization_id = $1', 'm.removed_at IS NULL'];
  if (active !== undefined) conditions.push(`m.active = ${bind(active)}`);
  if (role !== undefined) conditions.push(`m.role = ${bind(role)}`);
  if (managedBy?.connectionId === null) conditions.push('m.connection_id IS NULL');
  else if (managedBy) conditions.push(`m.connection_id = ${bind(managedBy.connectionId)}`);
  if (cursor) {
    const from = `(${bind(cursor.nameKey)}, ${bind(cursor.id)}::uuid)`;
    conditions.push(`(m.name_key, m.id) ${before === undefined ? '>' : '<'} ${from}`);
  }
  const order = before === undefined ? 'm.name_key, m.id' : 'm.name_key DESC, m.id DESC';
  return { values, words, conditions: conditions.join(' AND '), order, most: bind(limit + 1) };
}

/** All that are wanted, where there are no words; else those of the first ones in the list that have the words. */
export function composeFirstMembers(query: MemberQuery, limit: number): ComposedStatement {
  const { values, words, conditions, order } = query;
  if (words.length === 0) return { text: pageOf('members m', conditions, query), values };
  const looked = (limit + 1) * LOOKED_AT_FOR_ONE;
  const first = `(SELECT * FROM members m WHERE ${conditions} ORDER BY ${order} LIMIT ${looked}) AS m`;
  return { text: pageOf(first, words.map(hasTerm).join(' AND '), query), values };
}

/** Words that one member in so many has fill the page by the first ones. */
const LOOKED_AT_FOR_ONE = 5;

/** Of each word in turn, whether few enough have it for a set of them. */
export function composeWordCounts({ values, words }: MemberQuery): ComposedStatement {
  const counts = words.map((word) => `(SELECT count(*) < ${LARGE} FROM (${termsWith(word)} LIMIT ${LARGE}) t)`);
  const text = `SELECT is_small AS "isSmall" FROM unnest(ARRAY[${counts.join(', ')}]) WITH ORDINALITY AS w (is_small, n) ORDER BY n`;
  return { text, values: values.slice(0, 1 + words.length) };
}

const LARGE = 10_000;

/**
 * Those who have the words, by the sets of who has each `small` one, or each at all where none is; the others are asked for
 * of who was found. Of a single set those whose names begin with its word stand together in the list, and are found there.
 */
export function composeMembersOfSets(query: MemberQuery, small: readonly boolean[]): ComposedStatement {
  const isSet = small.includes(true) ? small : query.words.map(() => true);
  const sets = query.words.filter((_, index) => isSet[index]);
  const asked = query.words.filter((_, index) => !isSet[index]);
  const conditions = [query.conditions, ...asked.map(hasTerm)].join(' AND ');
  const named = sets.length === 1 ? sets[0] : undefined;
  const members = sets.map(termsWith).join(' INTERSECT ');
  const rest =
    named === undefined ? '' : ` EXCEPT SELECT m.id FROM members m WHERE m.organization_id = $1 AND ${isNamed(named)}`;
  const found = foundIn({ ...query, conditions }, named);
  const text = `
    WITH others AS MATERIALIZED (${members}${rest}),
    counted AS MATERIALIZED (SELECT count(*) <= ${MOST_LOOKED_UP} AS are_few FROM others)
    ${pageOf(`(${found}) AS found JOIN members m ON m.organization_id = $1 AND m.id = found.id`, 'TRUE', query)}`;
  return { text, values: query.values };
}

/** The first of `others` and of those who are named so: few are looked up each, of many the list is walked till the page is full. */
function foundIn({ conditions, order, most }: MemberQuery, named: string | undefined): string {
  const first = (source: string, where: string) =>
    `(SELECT m.name_key, m.id FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT ${most})`;
  const each = `SELECT m.name_key, m.id FROM members m WHERE ${conditions} AND m.id = others.member_id LIMIT 1`;
  // The test keeps the planner from joining by its guess of how many there are: a set in memory is asked of each.
  const isOther = '(m.id IN (SELECT member_id FROM others)) IS TRUE';
  const parts = [
    first(`others, LATERAL (${each}) AS m`, '(SELECT are_few FROM counted)'),
    first('members m', `NOT (SELECT are_few FROM counted) AND ${isOther} AND ${conditions}`),
    ...(named === undefined ? [] : [first('members m', `${conditions} AND ${isNamed(named)}`)]),
  ];
  return `SELECT m.id FROM (${parts.join(' UNION ALL ')}) AS m ORDER BY ${order} LIMIT ${most}`;
}

/** So many are looked up one by one at the cost of walking past ten times as many. */
const MOST_LOOKED_UP = 1_000;

const pageOf = (source: string, where: string, { order, most }: MemberQuery) =>
  `SELECT ${MEMBER_COLUMNS} FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT ${most}`;

/**
 * Looks into the terms of each member. That is said so that nothing else can be done: by its guess of how many have a beginning of
 * a word the planner would join, or go through all who have it for each member.
 */
const hasTerm = (word: string) => `EXISTS (
  SELECT FROM member_terms t WHERE t.organization_id = $1 AND t.member_id = m.id AND ${beginsWith(`(t.term || '')`, word)} OFFSET 0)`;

const termsWith = (word: string) =>
  `SELECT t.member_id FROM member_terms t WHERE t.organization_id = $1 AND ${beginsWith('t.term', word)}`;

const isNamed = (word: string) => `m.removed_at IS NULL AND ${beginsWith('m.name_key', word)}`;

const beginsWith = (text: string, word: string) => `${text} >= ${word} AND ${text} < ${word} || chr(1114111)`;
