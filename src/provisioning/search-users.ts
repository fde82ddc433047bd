import {
  type CheckedFilter,
  filterToSql,
  type ResourcePage,
  type ResourceQuery,
  type ScimScope,
} from '@ruleforge/scim';
import { sortToSql } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runQuery } from './run-query.js';
import { USER_FILTER_COLUMNS } from './user-filter-columns.js';
import { toDirectoryUser, USER_COLUMNS, type UserRow } from './user-row.js';
import { LISTED, VISIBLE } from './user-statements.js';

type CountedRow = UserRow & { readonly total: number };
type Scope = ScimScope<EntityManager>;

/** A page of the Users that a filter matches, sorted or not, in one statement; a page beyond the last one takes two. */
export async function searchUsers(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
  const rows = query.count > 0 ? await selectPage(scope, query) : [];
  return { total: rows[0]?.total ?? (await countMatches(scope, query)), resources: rows.map(toDirectoryUser) };
}

function selectPage({ caller, tx }: Scope, { filter, sort, startIndex, count }: ResourceQuery): Promise<CountedRow[]> {
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  const condition = conditionOf(filter, values);
  const order = sort ? `${sortToSql(sort, USER_FILTER_COLUMNS)}, m.id` : 'm.id';
  const total = filter ? 'count(*) OVER ()::int' : LISTED;
  const [offset, limit] = [`$${values.push(startIndex - 1)}`, `$${values.push(count)}`];
  const page = `
    SELECT m.id, ${total} AS total, row_number() OVER (ORDER BY ${order}) AS position
    FROM members m WHERE ${condition} ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}`;
  const text = `
    SELECT ${USER_COLUMNS}, page.total
    FROM (${page}) AS page JOIN members m ON m.organization_id = $1 AND m.id = page.id
    ORDER BY page.position`;
  return runQuery<CountedRow>(tx, text, values);
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
