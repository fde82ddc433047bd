import type { EntityManager } from 'typeorm';
import { AuditSearchTimedOut, wasCancelled } from './audit-errors.js';
import { type Collected, composeAuditCollection } from './audit-collection.sql.js';
import type { AuditCriteria } from './audit-criteria.js';
import type { AuditEntry } from './audit-entry.entity.js';
import type { ComposedStatement } from './audit-place.sql.js';
import { composeAuditSample, PLACES_OF_COMMON_WORD } from './audit-sample.sql.js';
import { composeAuditWalk, type LookedAt } from './audit-walk.sql.js';
import { spokenWords } from './spoken-words.sql.js';

export interface AuditFindings {
  readonly entries: readonly AuditEntry[];
  /** Where the next, older page begins; absent on the last one. */
  readonly next?: string;
  /** The last entry that was looked at, where looking stopped before the page was full; older ones may fit. */
  readonly lookedTo?: Pick<AuditEntry, 'id' | 'at'>;
}

/**
 * The newest entries that fit, at most `limit`, of a bounded number that it looks at, whatever the words are. Words that most
 * entries have are found by walking back from the newest, words that few have by the index of words. Which they are nobody
 * knows of the beginning of a word, so a few newest are looked at first, and then a sample is taken.
 * @throws AuditSearchTimedOut
 */
export async function searchAudit(tx: EntityManager, criteria: AuditCriteria, limit: number): Promise<AuditFindings> {
  await tx.query(SETTINGS);
  const words = spokenWords(criteria.text ?? '');
  if (words.length === 0) return walk(tx, criteria, words, { limit, most: limit + 1 });
  if (criteria.goesOn) return walk(tx, criteria, words, { limit, most: LOOKED_AT_GOING_ON });
  const newest = await walk(tx, criteria, words, { limit, most: limit * LOOKED_AT_FIRST });
  if (newest.lookedTo === undefined) return newest;
  const older = { ...criteria, before: newest.lookedTo.id };
  const rare = await findRare(tx, older, words);
  return (await collect(tx, criteria, { all: words, rare }, limit)) ?? newest;
}

/**
 * So long no search may take, not even on a machine that is out of breath. Statistics that are old, or of an organization that
 * was small, shall not talk the planner into reading all of the log, or sorting it: every order that is asked for is an
 * index's. Older servers take what is switched off for dear, and would compile it.
 */
const SETTINGS = `
  SET LOCAL statement_timeout = 5000; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL jit = off`;

/** Times the size of the page. A word of one entry in twenty fills it by the first. */
const LOOKED_AT_FIRST = 20;

const LOOKED_AT_GOING_ON = 50_000;
const MOST_COLLECTED = 4_000;

interface Bounds {
  readonly limit: number;
  /** As many are looked at. */
  readonly most: number;
}

async function walk(
  tx: EntityManager,
  criteria: AuditCriteria,
  words: readonly string[],
  { limit, most }: Bounds,
): Promise<AuditFindings> {
  const looked = await run<LookedAt>(tx, composeAuditWalk(criteria, words, { limit: limit + 1, most }));
  const fitting = looked.filter(({ fits }) => fits);
  const last = looked.at(-1);
  if (fitting.length > limit || !last?.isLast) return toFindings(fitting, limit);
  // What comes after a full page is a page of its own.
  if (fitting.length === limit) return { entries: fitting, next: last.id };
  return { entries: fitting, lookedTo: { id: last.id, at: last.at } };
}

/** Those of the words that few entries have, as far as a sample tells. */
async function findRare(tx: EntityManager, criteria: AuditCriteria, words: readonly string[]): Promise<string[]> {
  const [sample] = await run<{ readonly counts: readonly number[] }>(tx, composeAuditSample(criteria, words));
  return words.filter((_, index) => (sample?.counts[index] ?? 0) < PLACES_OF_COMMON_WORD);
}

/** `undefined` when no word is rare, or more entries have the rare ones than it was thought. */
async function collect(
  tx: EntityManager,
  criteria: AuditCriteria,
  words: { readonly all: readonly string[]; readonly rare: readonly string[] },
  limit: number,
): Promise<AuditFindings | undefined> {
  if (words.rare.length === 0) return undefined;
  const bounds = { limit: limit + 1, most: MOST_COLLECTED };
  const collected = await run<Collected>(tx, composeAuditCollection(criteria, words, bounds));
  return collected[0]?.isAll ? toFindings(collected.filter(isEntry), limit) : undefined;
}

const isEntry = (collected: Collected): collected is Collected & AuditEntry => collected.id !== null;

function toFindings(found: readonly AuditEntry[], limit: number): AuditFindings {
  const entries = found.slice(0, limit);
  const next = found.length > limit ? entries.at(-1)?.id : undefined;
  return { entries, ...(next === undefined ? {} : { next }) };
}

/**
 * Never a prepared statement: what the best plan is depends on the values.
 * @throws AuditSearchTimedOut
 */
const run = <Row>(tx: EntityManager, { text, values }: ComposedStatement): Promise<Row[]> =>
  tx.query<Row[]>(text, [...values]).catch((error: unknown) => {
    throw wasCancelled(error) ? new AuditSearchTimedOut(error) : error;
  });
