import type { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_TERMS } from './audit-terms.sql.js';
import { beginWith, spokenWords } from './spoken-words.sql.js';

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
 * from the ids, whose order is that of the primary key and, within a kind, of the index of kinds.
 *
 * A word of many entries is found soon by looking at the newest ones; one of few entries by the index of words alone. Which
 * it is the planner cannot know of a beginning of a word, so the first statement tries.
 */
export function composeAuditSearch(criteria: AuditCriteria, limit: number): readonly ComposedSearch[] {
  const values: unknown[] = [criteria.organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const place = placeOf(criteria, bind).join(' AND ');
  const kinds = criteria.kinds?.map(bind);
  const words = spokenWords(criteria.text ?? '');
  const most = bind(limit);
  const of = (source: string) => `SELECT ${COLUMNS} FROM ${source} ORDER BY id DESC LIMIT ${most}`;
  if (words.length === 0) return [{ text: of(`(${newestOf(place, kinds, limit)}) newest`), values }];
  const selected = beginWith(AUDIT_TERMS, bind(words.join(' ')));
  const ofKind = kinds ? ` AND subject_kind IN (${kinds.join(', ')})` : '';
  const all = `WITH found AS MATERIALIZED (SELECT id FROM audit_entries WHERE ${place}${ofKind} AND ${selected})`;
  const found = `SELECT id FROM found ORDER BY id DESC LIMIT ${most}`;
  return [
    { text: of(`(${newestOf(place, kinds, limit * LOOKED_AT_FOR_ONE)}) newest WHERE ${selected}`), values },
    { text: `${all} ${of(`audit_entries WHERE organization_id = $1 AND id IN (${found})`)}`, values },
  ];
}

/** Of several kinds, the newest of each one's newest. */
function newestOf(place: string, kinds: readonly string[] | undefined, most: number): string {
  const of = (condition: string) => `SELECT * FROM audit_entries WHERE ${condition} ORDER BY id DESC LIMIT ${most}`;
  if (kinds === undefined) return of(place);
  const each = kinds.map((kind) => `(${of(`${place} AND subject_kind = ${kind}`)})`);
  return `SELECT * FROM (${each.join(' UNION ALL ')}) AS each_kind ORDER BY id DESC LIMIT ${most}`;
}

const LOOKED_AT_FOR_ONE = 20;

type Bind = (value: unknown) => string;

const placeOf = ({ from, to, before }: AuditCriteria, bind: Bind) => [
  'organization_id = $1',
  ...(from ? [`id >= ${bind(firstIdAt(from))}::uuid`] : []),
  ...(to ? [`id < ${bind(firstIdAt(to))}::uuid`] : []),
  ...(before === undefined ? [] : [`id < ${bind(before)}::uuid`]),
];

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
