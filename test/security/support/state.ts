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
const SELECTS = [
  ...TABLES.map((table) => `SELECT '${table}' AS name, t::text AS content FROM ${table} t`),
  `SELECT 'member_counts', organization_id || ':' || sum(listed) || ':' || sum(seated) FROM member_counts GROUP BY 1, organization_id`,
  `SELECT 'api_keys', id || ':' || COALESCE(revoked_at::text, '') FROM api_keys`,
  `SELECT 'scim_oauth_clients', id || ':' || revision || COALESCE(revoked_at::text, '') FROM scim_oauth_clients`,
  `SELECT 'scim_oauth_credentials', client_id || ':' || id || COALESCE(expires_at::text, '') FROM scim_oauth_credentials`,
  `SELECT 'scim_tokens', id || ':' || expires_at || COALESCE(revoked_at::text, '') FROM scim_tokens`,
];
const DIGEST = `SELECT md5(string_agg(name || content, E'\\n' ORDER BY name, content)) AS digest FROM (${SELECTS.join(' UNION ALL ')}) AS everything`;

/** A digest of the database: two that are equal mean that nothing happened in between. */
export async function stateOf(dataSource: DataSource): Promise<string> {
  const [row]: { digest: string }[] = await dataSource.query(DIGEST);
  return row!.digest;
}
