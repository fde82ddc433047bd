import type { AuditCriteria } from './audit-criteria.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_COLUMNS, bindings, type ComposedStatement, placeOf } from './audit-place.sql.js';
import { AUDIT_SAID, AUDIT_TERMS, saysAll } from './audit-terms.sql.js';
import { beginWith } from './spoken-words.sql.js';

/** An entry that was collected, or, where none fits, one without an id. */
export interface Collected extends Omit<AuditEntry, 'id'> {
  readonly id: AuditEntry['id'] | null;
  /** Whether all that have the rare words were looked at. If not, none fits. */
  readonly isAll: boolean;
}

/**
 * All entries of the organization that have the `rare` of the words, by the index of words, and of those the newest `limit`
 * that fit. Everything else that is asked of them is a filter: the index would collect what is common too. Gives up when
 * more than `most` have the rare ones.
 */
export function composeAuditCollection(
  criteria: AuditCriteria,
  { all, rare }: { readonly all: readonly string[]; readonly rare: readonly string[] },
  { limit, most }: { readonly limit: number; readonly most: number },
): ComposedStatement {
  const { values, bind } = bindings(criteria);
  const kinds = criteria.kinds ? `subject_kind IN (${criteria.kinds.map(bind).join(', ')})` : 'TRUE';
  const fits = `${placeOf(criteria, bind)} AND ${kinds} AND ${saysAll('said', all.map(bind))}`;
  const text = `
    WITH found AS MATERIALIZED (
      SELECT *, ${AUDIT_SAID} AS said FROM audit_entries WHERE ${beginWith(AUDIT_TERMS, bind(rare.join(' ')))} LIMIT ${most + 1}
    )
    SELECT "isAll", fitting.* FROM (SELECT count(*) <= ${most} AS "isAll" FROM found) counted
    LEFT JOIN LATERAL (
      SELECT ${AUDIT_COLUMNS} FROM found WHERE "isAll" AND ${fits} ORDER BY id DESC LIMIT ${limit}
    ) fitting ON TRUE`;
  return { text, values };
}
