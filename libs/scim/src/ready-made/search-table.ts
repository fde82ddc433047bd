import type { EntityManager } from 'typeorm';
import type { ScimScope } from '../ports/scope.js';
import type { ResourcePage, ResourceQuery } from '../ports/user-directory.js';
import { filterToSql } from '../sql/filter-to-sql.js';
import { keysetOf } from '../sql/keyset.js';
import { runQuery } from '../sql/run-query.js';
import { LISTED, toDirectoryUser, USER_COLUMNS, USER_FILTER_COLUMNS, type UserRow } from './user-row.js';

type PageRow = UserRow & { readonly total: number; readonly key: string | null };
type Scope = ScimScope<EntityManager>;

/** A page of the Users of a table in one statement, oldest first unless sorted; a page beyond the last one takes two. */
export async function searchTable(scope: Scope, table: string, query: ResourceQuery): Promise<ResourcePage> {
  const rows = query.count > 0 ? await selectPage(scope, table, query) : [];
  return {
    total: rows[0]?.total ?? query.total ?? (await countMatches(scope, table, query)),
    resources: rows.map(toDirectoryUser),
    ...(query.sort && { keys: rows.map(({ key }) => key) }),
  };
}

function selectPage({ caller, tx }: Scope, table: string, query: ResourceQuery): Promise<PageRow[]> {
  const { sort, startIndex, count, after } = query;
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  const { order, key, behind } = keysetOf(sort, USER_FILTER_COLUMNS, 'u.id');
  const matching = conditionOf(query, values);
  const condition = after ? `${matching} AND ${behind(after, values)}` : matching;
  const total = query.total === undefined ? 'count(*) OVER ()::int' : `$${values.push(query.total)}::int`;
  const skipped = after ? '' : `OFFSET $${values.push(startIndex - 1)}`;
  const text = `
    SELECT ${USER_COLUMNS}, u.scim_total AS total, u.scim_key AS key
    FROM (
      SELECT u.*, ${total} AS scim_total, ${key} AS scim_key,
        row_number() OVER (ORDER BY ${order}) AS scim_position
      FROM ${table} u WHERE ${condition} ORDER BY ${order} ${skipped} LIMIT $${values.push(count)}
    ) AS u
    ORDER BY u.scim_position`;
  return runQuery<PageRow>(tx, text, values);
}

async function countMatches({ caller, tx }: Scope, table: string, query: ResourceQuery): Promise<number> {
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  // $2 is named in any case: PostgreSQL wants to see every parameter that it is given.
  const text = `
    SELECT count(*)::int AS total FROM ${table} u WHERE ${conditionOf(query, values)} AND $2::text IS NOT NULL`;
  const [row] = await runQuery<{ total: number }>(tx, text, values);
  return row?.total ?? 0;
}

const conditionOf = ({ filter }: ResourceQuery, values: unknown[]) =>
  filter ? `${LISTED} AND ${filterToSql(filter, USER_FILTER_COLUMNS, values)}` : LISTED;
