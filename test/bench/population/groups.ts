import pg from 'pg';
import { v7 } from 'uuid';
import type { Tenant } from './tenant.js';

/** How many are in the groups that are measured. */
export const GROUP_SIZES = [10, 1_000, 10_000, 100_000] as const;
type GroupSize = (typeof GROUP_SIZES)[number];

/** A tenant's groups by their size. Its last people are in none of them: they are there to come and go. */
export type GroupsBySize = Readonly<Record<GroupSize, string>>;

/** People in no group; each worker has some of its own. */
export const COMING_AND_GOING = 400;

/** Gives an organization groups of all sizes, by the rows that the application writes. */
export async function populateGroups(databaseUrl: string, tenant: Tenant): Promise<GroupsBySize> {
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const groups = GROUP_SIZES.map((size) => [size, v7()] as const);
    const settled = tenant.ids.slice(0, -COMING_AND_GOING);
    for (const [size, id] of groups) {
      const members = settled.slice(0, size);
      await client.query(
        `INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key, member_count)
         VALUES ($1, $2, $3, $4, $4, $5)`,
        [tenant.organizationId, id, tenant.connectionId, `group of ${size}`, members.length],
      );
      await client.query(
        'INSERT INTO scim_group_members (organization_id, group_id, user_id) SELECT $1, $2, unnest($3::uuid[])',
        [tenant.organizationId, id, members],
      );
    }
    return Object.fromEntries(groups) as unknown as GroupsBySize;
  } finally {
    await client.end();
  }
}
