import type { ConnectionPlace } from '@ruleforge/scim';
import { beginWith, spokenWords } from '../audit/spoken-words.sql.js';
import { OFFBOARDING_COLUMNS, type OffboardingKind } from './offboarding.js';
import { OFFBOARDING_TERMS } from './offboarding-terms.sql.js';

/** Which of a connection's offboardings are wanted, newest first; what is absent is any. */
export interface OffboardingSearch {
  readonly limit: number;
  /** Beginnings of words of the name, the userName or the address, in any case. */
  readonly text?: string;
  readonly kind?: OffboardingKind;
  readonly since?: Date;
  /** The page goes on behind this one, to what is older. */
  readonly before?: string;
}

/** A statement never to be prepared: what the best plan is depends on the values. */
export interface ComposedOffboardingSearch {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * At most `limit`, by the first of the statements that finds so many, or else by the last one: as the audit log is searched, a
 * word of many is found among the newest, and one of few by the index of words. Nobody has a word where none was said.
 */
export function composeOffboardingSearch(
  { organizationId, connectionId }: ConnectionPlace,
  { limit, text = '', kind, since, before }: OffboardingSearch,
): readonly ComposedOffboardingSearch[] {
  const values: unknown[] = [organizationId, connectionId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const place = [
    'organization_id = $1 AND connection_id = $2',
    ...(kind ? [`kind = ${bind(kind)}`] : []),
    ...(since ? [`cut_at >= ${bind(since)}`] : []),
    ...(before ? [`id < ${bind(before)}::uuid`] : []),
  ].join(' AND ');
  const newest = (most: number) => `SELECT * FROM offboardings WHERE ${place} ORDER BY id DESC LIMIT ${most}`;
  const of = (source: string) =>
    `SELECT ${OFFBOARDING_COLUMNS} FROM (${source}) AS o ORDER BY o.id DESC LIMIT ${limit}`;
  if (text.trim() === '') return [{ text: of(newest(limit)), values }];
  const words = spokenWords(text);
  if (words.length === 0) return [];
  const selected = beginWith(OFFBOARDING_TERMS, bind(words.join(' ')));
  return [
    { text: of(`SELECT * FROM (${newest(limit * LOOKED_AT_FOR_ONE)}) AS newest WHERE ${selected}`), values },
    { text: of(`SELECT * FROM offboardings WHERE ${place} AND ${selected} OFFSET 0`), values },
  ];
}

const LOOKED_AT_FOR_ONE = 8;
