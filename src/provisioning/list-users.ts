import type { ResourcePage, ResourceQuery, ScimScope } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { PagePositions } from './page-positions.js';
import { toDirectoryUser, type UserRow } from './user-row.js';
import { COUNT_USERS, LIST_USERS_AFTER, LIST_USERS_AT } from './user-statements.js';

type CountedRow = UserRow & { readonly total: number };

/** A page of all Users, oldest first. The first page, and one that follows a page served before, begin without a count. */
export async function listUsers(
  { caller: { organizationId, connectionId }, tx }: ScimScope<EntityManager>,
  { startIndex, count, after }: ResourceQuery,
  positions: PagePositions,
): Promise<ResourcePage> {
  const known = startIndex === 1 ? (after?.id ?? BEFORE_ALL) : positions.find(organizationId, startIndex);
  const [statement, begin] = known === undefined ? [LIST_USERS_AT, startIndex - 1] : [LIST_USERS_AFTER, known];
  const rows =
    count > 0 ? await runStatement<CountedRow>(tx, statement, [organizationId, connectionId, begin, count]) : [];
  const last = rows.at(-1);
  if (last && !after) positions.remember(organizationId, startIndex + rows.length, last.id);
  return { total: last?.total ?? (await countUsers(tx, organizationId)), resources: rows.map(toDirectoryUser) };
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

async function countUsers(tx: EntityManager, organizationId: string): Promise<number> {
  const [row] = await runStatement<{ total: number }>(tx, COUNT_USERS, [organizationId]);
  return row?.total ?? 0;
}
