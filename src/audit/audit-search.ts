import type { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_TERMS, WORD_BREAKS } from './audit-terms.sql.js';

/** Which entries of one organization are wanted; all, where nothing is said. */
export interface AuditCriteria {
  readonly organizationId: string;
  /** Beginnings of words that stand in the names of actor and subject, or in the action. */
  readonly text?: string | undefined;
  /** Kinds of subjects. */
  readonly kinds?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  /** The first moment that is too late. */
  readonly to?: Date | undefined;
  /** The id of an entry that is too new, as are those after it. */
  readonly before?: string | undefined;
}

export interface ComposedSearch {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The newest first, at most `limit`: by the first of the statements that finds so many, or else by the last one. Time is read
 * from the ids, whose order is that of the primary key.
 *
 * A word of many entries is found soon by looking at the newest ones; one of few entries by the index of words alone. Which
 * it is the planner cannot know of a beginning of a word, so the first statement tries.
 */
export function composeAuditSearch(criteria: AuditCriteria, limit: number): readonly ComposedSearch[] {
  const values: unknown[] = [criteria.organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const place = placeOf(criteria, bind).join(' AND ');
  const terms = termsOf(criteria, bind);
  const most = bind(limit);
  const of = (source: string) => `SELECT ${COLUMNS} FROM ${source} ORDER BY id DESC LIMIT ${most}`;
  if (terms.length === 0) return [{ text: of(`audit_entries WHERE ${place}`), values }];
  const selected = terms.join(' AND ');
  const newest = `SELECT * FROM audit_entries WHERE ${place} ORDER BY id DESC LIMIT ${limit * LOOKED_AT_FOR_ONE}`;
  const all = `WITH found AS MATERIALIZED (SELECT id FROM audit_entries WHERE ${place} AND ${selected})`;
  const found = `SELECT id FROM found ORDER BY id DESC LIMIT ${most}`;
  return [
    { text: of(`(${newest}) newest WHERE ${selected}`), values },
    { text: `${all} ${of(`audit_entries WHERE organization_id = $1 AND id IN (${found})`)}`, values },
  ];
}

const LOOKED_AT_FOR_ONE = 20;

type Bind = (value: unknown) => string;

const placeOf = ({ from, to, before }: AuditCriteria, bind: Bind) => [
  'organization_id = $1',
  ...(from ? [`id >= ${bind(firstIdAt(from))}::uuid`] : []),
  ...(to ? [`id < ${bind(firstIdAt(to))}::uuid`] : []),
  ...(before === undefined ? [] : [`id < ${bind(before)}::uuid`]),
];

function termsOf({ organizationId, kinds, text = '' }: AuditCriteria, bind: Bind): string[] {
  const [kindTerms, words] = [kinds?.map((kind) => `'${organizationId}#${kind}'`).join(' | '), wordsOf(text)];
  return [
    ...(kindTerms === undefined ? [] : [`${AUDIT_TERMS} @@ ${bind(kindTerms)}::tsquery`]),
    ...(words.length === 0 ? [] : [`${AUDIT_TERMS} @@ ${beginningsOf(bind(words.join(' ')))}`]),
  ];
}

/** The words are folded where the index folds them: in the database. */
const beginningsOf = (words: string) =>
  `('''' || $1::text || '/' || replace(lower(${words}::text), ' ', ''':* & ''' || $1::text || '/') || ''':*')::tsquery`;

const MOST_WORDS = 10;
const LONGEST_WORD = 100;

const wordsOf = (text: string) =>
  text
    .split(WORD_BREAKS)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));

/** No UUID of version 7 of that millisecond or a later one is less (RFC 9562 §5.7). */
function firstIdAt(moment: Date): string {
  const time = Math.min(Math.max(moment.getTime(), 0), LAST_TIME).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

const LAST_TIME = 2 ** 48 - 1;

const NAMES: Readonly<Record<keyof AuditEntry, string>> = {
  organizationId: 'organization_id',
  id: 'id',
  at: 'at',
  actorKind: 'actor_kind',
  actorId: 'actor_id',
  actorName: 'actor_name',
  action: 'action',
  subjectKind: 'subject_kind',
  subjectId: 'subject_id',
  subjectName: 'subject_name',
  details: 'details',
  requestId: 'request_id',
};

const COLUMNS = Object.entries(NAMES)
  .map(([property, column]) => `${column} AS "${property}"`)
  .join(', ');
