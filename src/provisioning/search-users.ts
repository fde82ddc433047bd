import {
  type CheckedFilter,
  filterToSql,
  keysetOf,
  type ResourcePage,
  type ResourceQuery,
  runQuery,
  type ScimScope,
} from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { USER_FILTER_COLUMNS } from './user-filter-columns.js';
import { toDirectoryUser, USER_COLUMNS, type UserRow } from './user-row.js';
import { LISTED, VISIBLE } from './user-statements.js';

type PageRow = UserRow & { readonly total: number; readonly key: string | null };
type Scope = ScimScope<EntityManager>;

/** A page of the Users that a filter matches, sorted or not, in one statement; a page beyond the last one takes two. */
export async function searchUsers(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
  const rows = query.count > 0 ? await selectPage(scope, query) : [];
  return {
    total: rows[0]?.total ?? query.total ?? (await countMatches(scope, query)),
    resources: rows.map((row) => toDirectoryUser(row, scope.caller.connectionId)),
    ...(query.sort && { keys: rows.map(({ key }) => key) }),
  };
}

function selectPage({ caller, tx }: Scope, query: ResourceQuery): Promise<PageRow[]> {
  const { filter, sort, startIndex, count, after } = query;
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  const { order, key, behind } = keysetOf(sort, USER_FILTER_COLUMNS, 'm.id');
  const matching = conditionOf(filter, values);
  const condition = after ? `${matching} AND ${behind(after, values)}` : matching;
  const total = totalOf(query, values);
  const skipped = after ? '' : `OFFSET $${values.push(startIndex - 1)}`;
  const page = `
    SELECT m.id, ${total} AS total, ${key} AS key, row_number() OVER (ORDER BY ${order}) AS position
    FROM members m WHERE ${condition} ORDER BY ${order} ${skipped} LIMIT $${values.push(count)}`;
  // Fenced, so that each row is looked up by its id, however many the planner expects.
  const text = `
    SELECT found.*, page.total, page.key
    FROM (${page}) AS page CROSS JOIN LATERAL (
      SELECT ${USER_COLUMNS} FROM members m WHERE m.organization_id = $1 AND m.id = page.id OFFSET 0
    ) AS found
    ORDER BY page.position`;
  return runQuery<PageRow>(tx, text, values);
}

function totalOf({ filter, total }: ResourceQuery, values: unknown[]): string {
  if (!filter) return LISTED;
  return total === undefined ? 'count(*) OVER ()::int' : `$${values.push(total)}::int`;
}

async function countMatches({ caller, tx }: Scope, { filter }: ResourceQuery): Promise<number> {
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  // $2 is named in any case: PostgreSQL wants to see every parameter that it is given.
  const text = `
    SELECT count(*)::int AS total FROM members m
    WHERE ${conditionOf(filter, values)} AND $2::text IS NOT NULL`;
  const [row] = await runQuery<{ total: number }>(tx, text, values);
  return row?.total ?? 0;
}

const conditionOf = (filter: CheckedFilter | undefined, values: unknown[]) =>
  filter ? `${VISIBLE} AND ${filterToSql(filter, USER_FILTER_COLUMNS, values)}` : VISIBLE;
