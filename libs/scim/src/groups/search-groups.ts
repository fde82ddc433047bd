import type { EntityManager } from 'typeorm';
import type { ScimScope } from '../ports/scope.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import { filterToSql } from '../sql/filter-to-sql.js';
import { keysetOf } from '../sql/keyset.js';
import { runQuery } from '../sql/run-query.js';
import type { GroupPage, MembersWanted } from './group.js';
import { GROUP_FILTER_COLUMNS } from './group-filter-columns.js';
import { GROUP_COLUMNS, type GroupRow, MEMBERS_JSON, READ_ALONG, toGroup } from './group-row.js';
import { OF_CONNECTION } from './read.statements.js';

type Scope = ScimScope<EntityManager>;
type PageRow = GroupRow & { readonly total: number; readonly key: string | null };

/**
 * A page of a connection's groups in one statement, oldest first unless sorted; a page beyond the last one takes two.
 * Members are read along, beginning with the smallest groups, as long as they are few.
 */
export async function searchGroups(scope: Scope, query: ResourceQuery, wants: MembersWanted): Promise<GroupPage> {
  const rows = query.count > 0 ? await selectPage(scope, query, wants) : [];
  return {
    total: rows[0]?.total ?? query.total ?? (await countMatches(scope, query)),
    groups: rows.map(toGroup),
    ...(query.sort && { keys: rows.map(({ key }) => key) }),
  };
}

function selectPage({ caller, tx }: Scope, query: ResourceQuery, wants: MembersWanted): Promise<PageRow[]> {
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  const page = pageToSql(query, values);
  const text =
    wants === 'none'
      ? `SELECT ${GROUP_COLUMNS}, g.total, g.key FROM (${page}) AS g ORDER BY g.position`
      : `
        SELECT ${GROUP_COLUMNS}, g.total, g.key,
          CASE WHEN g.member_count <= ${READ_ALONG.group} AND g.so_far <= ${READ_ALONG.page} THEN ${MEMBERS_JSON} END AS members
        FROM (
          SELECT p.*, sum(p.member_count) OVER (ORDER BY p.member_count, p.position) AS so_far FROM (${page}) AS p
        ) AS g
        ORDER BY g.position`;
  return runQuery<PageRow>(tx, text, values);
}

function pageToSql(query: ResourceQuery, values: unknown[]): string {
  const { sort, startIndex, count, after } = query;
  const { order, key, behind } = keysetOf(sort, GROUP_FILTER_COLUMNS, 'g.id');
  const matching = conditionOf(query, values);
  const condition = after ? `${matching} AND ${behind(after, values)}` : matching;
  const total = query.total === undefined ? 'count(*) OVER ()::int' : `$${values.push(query.total)}::int`;
  const skipped = after ? '' : `OFFSET $${values.push(startIndex - 1)}`;
  return `
    SELECT g.*, ${total} AS total, ${key} AS key, row_number() OVER (ORDER BY ${order}) AS position
    FROM scim_groups g WHERE ${condition} ORDER BY ${order} ${skipped} LIMIT $${values.push(count)}`;
}

async function countMatches({ caller, tx }: Scope, query: ResourceQuery): Promise<number> {
  const values: unknown[] = [caller.organizationId, caller.connectionId];
  const text = `SELECT count(*)::int AS total FROM scim_groups g WHERE ${conditionOf(query, values)}`;
  const [row] = await runQuery<{ total: number }>(tx, text, values);
  return row?.total ?? 0;
}

const conditionOf = ({ filter }: ResourceQuery, values: unknown[]) =>
  filter ? `${OF_CONNECTION} AND ${filterToSql(filter, GROUP_FILTER_COLUMNS, values)}` : OF_CONNECTION;
