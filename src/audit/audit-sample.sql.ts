import type { AuditCriteria } from './audit-criteria.js';
import { bindings, type ComposedStatement, placeOf } from './audit-place.sql.js';
import { AUDIT_SAID, has } from './audit-terms.sql.js';

const [PLACES, NEXT_PLACES, EACH] = [32, 4, 20];

/**
 * At how many of some thirty places of the log each of the words is: places all over the organization's time, of which a gap
 * has one, and the next ones of the criteria's. The planner's statistics know nothing of beginnings of words, and little of
 * one organization among many.
 */
export function composeAuditSample(criteria: AuditCriteria, words: readonly string[]): ComposedStatement {
  const { values, bind } = bindings(criteria);
  const end = (order: string) => `
    SELECT (extract(epoch FROM at) * 1000)::bigint FROM audit_entries WHERE organization_id = $1::uuid ORDER BY id ${order} LIMIT 1`;
  const next = `SELECT * FROM audit_entries WHERE ${placeOf(criteria, bind)} ORDER BY id DESC LIMIT ${NEXT_PLACES * EACH}`;
  const counts = words.map((word) => `count(DISTINCT place) FILTER (WHERE ${has('said', bind(word))})::int`);
  const text = `
    WITH ends AS MATERIALIZED (SELECT (${end('')}) AS oldest, (${end('DESC')}) AS newest),
    places AS MATERIALIZED (
      SELECT DISTINCT (
        SELECT id FROM audit_entries
        WHERE organization_id = $1::uuid AND id >= ${firstIdAt(`oldest + ((newest - oldest) * mod(n * ${GOLDEN}, 1))::bigint`)}
        ORDER BY id LIMIT 1
      ) AS id
      FROM ends, generate_series(0, ${PLACES - 1}) AS n
    ),
    seen AS (
      SELECT places.id::text AS place, said FROM places, LATERAL (
        SELECT ${AUDIT_SAID} AS said FROM audit_entries e
        WHERE e.organization_id = $1::uuid AND e.id >= places.id ORDER BY e.id LIMIT ${EACH}
      ) near
      UNION ALL
      SELECT ((row_number() OVER (ORDER BY id DESC) - 1) / ${EACH})::text, ${AUDIT_SAID} FROM (${next}) next
    )
    SELECT ARRAY[${counts.join(', ')}] AS counts FROM seen`;
  return { text, values };
}

/** Parts of the whole that keep step with nothing that comes at regular times: its multiples lie evenly, and never the same way. */
const GOLDEN = 0.618033988749895;

/** Found at fewer places than this, a word is had by less than one in 200 entries, or by many at one time only. */
export const PLACES_OF_COMMON_WORD = 3;

const firstIdAt = (milliseconds: string) => `(lpad(to_hex(${milliseconds}), 12, '0') || repeat('0', 20))::uuid`;
