import type { Caller, ResourcePage, ResourceQuery, ScimScope } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { PagePositions } from './page-positions.js';
import { toDirectoryUser, type UserRow } from './user-row.js';
import { COUNT_USERS, GROUPS_OF_USERS, LIST_USERS_AFTER, LIST_USERS_AT } from './user-statements.js';

type ListedRow = UserRow & { readonly anyGroups: boolean; readonly total: number };
type GroupsRow = Pick<UserRow, 'id' | 'groups'>;

/** A page of all Users, oldest first. The first page, and one that follows a page served before, begin without a count. */
export async function listUsers(
  { caller, tx }: ScimScope<EntityManager>,
  { startIndex, count, after }: ResourceQuery,
  positions: PagePositions,
): Promise<ResourcePage> {
  const { organizationId, connectionId } = caller;
  const known = startIndex === 1 ? (after?.id ?? BEFORE_ALL) : positions.find(organizationId, startIndex);
  const [statement, begin] = known === undefined ? [LIST_USERS_AT, startIndex - 1] : [LIST_USERS_AFTER, known];
  const rows =
    count > 0 ? await runStatement<ListedRow>(tx, statement, [organizationId, connectionId, begin, count]) : [];
  const last = rows.at(-1);
  if (last && !after) positions.remember(organizationId, startIndex + rows.length, last.id);
  const resources = await withGroups(tx, caller, rows);
  return {
    total: last?.total ?? (await countUsers(tx, organizationId)),
    resources: resources.map((row) => toDirectoryUser(row, connectionId)),
  };
}

async function withGroups(
  tx: EntityManager,
  { organizationId, connectionId }: Caller,
  rows: readonly ListedRow[],
): Promise<readonly UserRow[]> {
  if (rows[0]?.anyGroups !== true) return rows;
  const ids = rows.map(({ id }) => id);
  const found = await runStatement<GroupsRow>(tx, GROUPS_OF_USERS, [organizationId, connectionId, ids]);
  const groups = new Map(found.map((row) => [row.id, row.groups]));
  return rows.map((row) => ({ ...row, groups: groups.get(row.id) ?? null }));
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

async function countUsers(tx: EntityManager, organizationId: string): Promise<number> {
  const [row] = await runStatement<{ total: number }>(tx, COUNT_USERS, [organizationId]);
  return row?.total ?? 0;
}
