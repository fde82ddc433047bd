import { Injectable } from '@nestjs/common';
import { ActivityHistory, type ActivityRecord, type ConnectionPlace } from '@ruleforge/scim';
import { validate as isUuid } from 'uuid';
import { runStatement, type Statement } from '../../database/statement.js';
import { Transactions } from '../../database/transactions.js';
import type { ActivitySubject } from './activity-page.js';

interface Named extends Record<string, unknown> {
  readonly id: string;
  readonly kind: 'member' | 'group';
  readonly name: string;
  readonly email: string | null;
}

/** Whom requests were about: by the member or the group, else by what a refused request says itself. */
@Injectable()
export class ActivitySubjects {
  constructor(
    private readonly transactions: Transactions,
    private readonly history: ActivityHistory,
  ) {}

  /** By the ids of the entries; two statements, however many. */
  async find(
    place: ConnectionPlace,
    entries: readonly ActivityRecord[],
  ): Promise<ReadonlyMap<string, ActivitySubject>> {
    const tx = this.transactions.single;
    const ids = [
      ...new Set(entries.flatMap(({ resourceId }) => (resourceId && isUuid(resourceId) ? [resourceId] : []))),
    ];
    const unknown = entries.filter(({ resourceId, status }) => resourceId === null && status >= 400);
    const [named, bodies] = await Promise.all([
      ids.length > 0 ? runStatement<Named>(tx, FIND_NAMES, [place.organizationId, place.connectionId, ids]) : [],
      unknown.length > 0
        ? this.history.findBodies(
            tx,
            place,
            unknown.map(({ id }) => id),
          )
        : new Map<string, unknown>(),
    ]);
    const byResource = new Map(named.map((row) => [row.id, row]));
    return new Map(
      entries.flatMap(({ id, resourceId }) => {
        const subject = toSubject(byResource.get(resourceId ?? '')) ?? nameIn(bodies.get(id));
        return subject ? [[id, subject] as const] : [];
      }),
    );
  }
}

const toSubject = (row: Named | undefined): ActivitySubject | undefined =>
  row &&
  (row.kind === 'group' ? { kind: 'group', name: row.name } : { kind: 'member', name: row.name, email: row.email });

/** What the body of a request calls its person or group. */
function nameIn(body: unknown): ActivitySubject | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const members = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const name = [members.get('username'), members.get('displayname')].find((value) => typeof value === 'string');
  return typeof name === 'string' && name !== '' ? { kind: 'named', name: name.slice(0, 200) } : undefined;
}

/** Members, the removed too, and groups. $1 organization, $2 connection, $3 ids. */
const FIND_NAMES: Statement = {
  name: 'activity-subjects',
  text: `
    SELECT m.id, 'member' AS kind, m.name, m.email FROM unnest($3::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT m.id, m.name, m.email FROM members m
      WHERE m.organization_id = $1 AND m.id = wanted.id AND NOT m.recovery LIMIT 1
    ) AS m
    UNION ALL
    SELECT g.id, 'group', g.display_name, NULL FROM scim_groups g
    WHERE g.organization_id = $1 AND g.connection_id = $2 AND g.id = ANY($3::uuid[])`,
};
