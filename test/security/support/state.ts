import type { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Everything but what is only noted about requests: the request log, and when credentials were last used. */
const TABLES = [
  'organizations',
  'users',
  'members',
  'member_terms',
  'invitations',
  'sessions',
  'audit_entries',
  'scim_connections',
  'scim_groups',
  'scim_group_members',
  'projects',
  'project_members',
  'role_mappings',
  'role_defaults',
];
const ORGANIZATIONS_OWN: Readonly<Record<string, string>> = {
  organizations: 't.id = $1',
  users: 't.id IN (SELECT user_id FROM members WHERE organization_id = $1)',
};

/** A digest of the rows for which `conditionOf` their table holds. */
function digestOf(conditionOf: (table: string) => string): string {
  const from = (table: string) => `FROM ${table} t WHERE ${conditionOf(table)}`;
  const selects = [
    ...TABLES.map((table) => `SELECT '${table}' AS name, t::text AS content ${from(table)}`),
    `SELECT 'member_counts', organization_id || ':' || sum(listed) || ':' || sum(seated)
     ${from('member_counts')} GROUP BY organization_id`,
    `SELECT 'api_keys', id || ':' || COALESCE(revoked_at::text, '') ${from('api_keys')}`,
    `SELECT 'scim_oauth_clients', id || ':' || revision || COALESCE(revoked_at::text, '') ${from('scim_oauth_clients')}`,
    `SELECT 'scim_oauth_credentials', client_id || ':' || id || COALESCE(expires_at::text, '')
     ${from('scim_oauth_credentials')}`,
    `SELECT 'scim_tokens', id || ':' || expires_at || COALESCE(revoked_at::text, '') ${from('scim_tokens')}`,
  ];
  return `SELECT md5(string_agg(name || content, E'\\n' ORDER BY name, content)) AS digest
    FROM (${selects.join(' UNION ALL ')}) AS everything`;
}

const DIGEST = digestOf(() => 'TRUE');
const OWN_DIGEST = digestOf((table) => ORGANIZATIONS_OWN[table] ?? 't.organization_id = $1');

/** A digest of the database: two that are equal mean that nothing happened in between. */
export async function stateOf(dataSource: DataSource): Promise<string> {
  const [row]: { digest: string }[] = await dataSource.query(DIGEST);
  return row!.digest;
}

/** The same of the rows of one organization: cheap enough to be asked after every request. */
export async function stateOfOrganization(client: Client, organizationId: string): Promise<string> {
  const query = { name: 'state of organization', text: OWN_DIGEST, values: [organizationId] };
  const { rows } = await client.query<{ digest: string }>(query);
  return rows[0]!.digest;
}
