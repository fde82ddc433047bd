import type { AuditCriteria } from './audit-criteria.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_COLUMNS, bindings, type ComposedStatement, placeOf } from './audit-place.sql.js';
import { AUDIT_SAID, saysAll } from './audit-terms.sql.js';

/** An entry that was looked at. */
export interface LookedAt extends AuditEntry {
  readonly fits: boolean;
  /** Whether as many were looked at as should be, so that nothing is known of older ones. */
  readonly isLast: boolean;
}

/**
 * Looks at the newest entries of the criteria's place, kinds and period, one after the other, at `most` so many, until `limit`
 * of them have the words. The last one that it may look at comes too, whether it fits or not.
 */
export function composeAuditWalk(
  criteria: AuditCriteria,
  words: readonly string[],
  { limit, most }: { readonly limit: number; readonly most: number },
): ComposedStatement {
  const { values, bind } = bindings(criteria);
  const place = placeOf(criteria, bind);
  const newest = newestOf(place, criteria.kinds?.map(bind), most);
  const numbered = `SELECT *, ${AUDIT_SAID} AS said, row_number() OVER (ORDER BY id DESC) AS n FROM (${newest}) newest`;
  const weighed = `SELECT *, ${saysAll('said', words.map(bind))} AS fits, n = ${most} AS "isLast" FROM (${numbered}) numbered`;
  const text = `
    SELECT ${AUDIT_COLUMNS}, fits, "isLast" FROM (${weighed}) weighed WHERE fits OR "isLast" ORDER BY id DESC LIMIT ${limit}`;
  return { text, values };
}

/** Of several kinds, the newest of each one's newest. */
function newestOf(place: string, kinds: readonly string[] | undefined, most: number): string {
  const of = (condition: string) => `SELECT * FROM audit_entries WHERE ${condition} ORDER BY id DESC LIMIT ${most}`;
  if (kinds === undefined) return of(place);
  const each = kinds.map((kind) => `(${of(`${place} AND subject_kind = ${kind}`)})`);
  return `SELECT * FROM (${each.join(' UNION ALL ')}) AS each_kind ORDER BY id DESC LIMIT ${most}`;
}
