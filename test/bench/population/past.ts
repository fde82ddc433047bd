import pg from 'pg';
import type { Tenant } from './tenant.js';

/** How much an organization has of everything that lists show. */
export interface Past {
  readonly auditEntries: number;
  readonly requests: number;
  readonly offboardings: number;
  readonly invitations: number;
  readonly apiKeys: number;
  readonly groups: number;
}

/** What the addresses of the screens name. */
export interface Landmarks {
  readonly projectId: string;
  /** What stands in the middle of its list: pages go on behind it. */
  readonly member: string;
  readonly auditEntry: string;
  readonly request: string;
  readonly offboarding: string;
  readonly invitation: string;
  readonly projectMember: string;
  readonly apiKey: string;
}

/**
 * Gives an organization of copies a past: people of other names, roles and states, a log of one entry every half minute,
 * requests, offboardings, invitations, keys, groups and a project that everybody is in, each by set-based statements and
 * by the rows that the application writes. The triggers of single acts are passed over: nobody listens.
 */
export async function populatePast(databaseUrl: string, tenant: Tenant, past: Past): Promise<Landmarks> {
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; ${FUNCTIONS}`);
    const own = (sql: string) =>
      sql.replaceAll('$1', `'${tenant.organizationId}'::uuid`).replaceAll('$2', `'${tenant.connectionId}'::text`);
    await client.query(own(NUMBER_PEOPLE));
    // An index that is made at once is made in a fifth of the time.
    const [searched] = (await client.query<{ definition: string }>(SEARCH_INDEX)).rows;
    await client.query('DROP INDEX audit_entries_terms');
    for (const sql of statementsFor(past)) await client.query(own(sql));
    await client.query(searched!.definition);
    return await findLandmarks(client, tenant);
  } finally {
    await client.end();
  }
}

const SEARCH_INDEX = `SELECT pg_get_indexdef('audit_entries_terms'::regclass) AS definition`;

/** Ids as UUIDs of version 7 of the moment that is so many half minutes ago. */
const FUNCTIONS = `
  CREATE FUNCTION pg_temp.moment(n bigint) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT date_trunc('minute', now()) - n * interval '30 s' $$;
  CREATE FUNCTION pg_temp.id(n bigint) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM pg_temp.moment(n)) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid $$;`;

/** The organization's people by number. Without statistics a plan would join everybody with everybody. */
const NUMBER_PEOPLE = `
  CREATE TEMP TABLE people AS
  SELECT m.id, m.name, m.user_name, m.email, m.access_epoch, row_number() OVER (ORDER BY m.id) AS n
  FROM members m WHERE m.organization_id = $1 AND m.connection_id = $2 AND NOT m.recovery;
  CREATE UNIQUE INDEX ON people (n);
  ANALYZE people, members, member_terms`;

/** $1 organization, $2 connection. */
const statementsFor = ({
  auditEntries,
  requests,
  offboardings,
  invitations,
  apiKeys,
  groups,
}: Past): readonly string[] => [
  RENAME_TERMS,
  RENAME_MEMBERS,
  ADD_TERMS,
  COUNT_SEATS,
  `INSERT INTO audit_entries (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind,
         subject_id, subject_name, details, request_id)
       SELECT $1, pg_temp.id(e), pg_temp.moment(e), 'connection', $2, 'Directory',
         CASE WHEN e % 20 = 0 THEN 'group.changed' WHEN e % 50 = 7 THEN 'project.renamed' ELSE 'member.updated' END,
         CASE WHEN e % 20 = 0 THEN 'group' WHEN e % 50 = 7 THEN 'project' ELSE 'member' END,
         p.id::text, p.name, '{"title":{"from":"Analyst","to":"Detection Engineer"}}', 'request-' || e
       FROM generate_series(1, ${auditEntries}) e JOIN people p ON p.n = 1 + e % (SELECT count(*) FROM people)`,
  `INSERT INTO scim_activity (organization_id, id, connection_id, at, request_id, method, operation, resource_id,
         status, detail, changed, leniencies, duration_ms, client_address, client, kind)
       SELECT $1, pg_temp.id(e), $2, pg_temp.moment(e), 'request-' || e, CASE WHEN e % 3 = 0 THEN 'GET' ELSE 'PATCH' END,
         CASE WHEN e % 3 = 0 THEN 'Users.read' ELSE 'Users.patch' END, p.id::text,
         CASE WHEN e % 100 = 1 THEN 400 ELSE 200 END, CASE WHEN e % 100 = 1 THEN 'The value is not a date.' END,
         CASE WHEN e % 3 = 0 THEN '{}' ELSE '{title}' END::text[],
         CASE WHEN e % 50 = 2 THEN '{boolean-as-text}' ELSE '{}' END::text[], 3.5, '192.0.2.1', 'Okta',
         CASE WHEN e % 3 = 0 THEN 'read' ELSE 'update' END
       FROM generate_series(1, ${requests}) e JOIN people p ON p.n = 1 + e % (SELECT count(*) FROM people)`,
  `INSERT INTO scim_activity_hours (organization_id, connection_id, hour, requests, refused, failed, created, updated,
         deactivated)
       SELECT $1, $2, date_trunc('hour', now()) - h * interval '1 h', 120, 1, 0, 0, 79, 0
       FROM generate_series(1, 400) h`,
  `INSERT INTO scim_kept_requests (organization_id, activity_id, expires_at, body)
       SELECT $1, pg_temp.id(e), now() + interval '30 days', '{"Operations":[{"op":"replace","path":"title"}]}'
       FROM generate_series(1, ${requests}, 100) e`,
  `INSERT INTO offboardings (organization_id, id, member_id, name, user_name, email, connection_id, kind,
         access_epoch, actor_kind, actor_id, actor_name, request_id, asked_at, cut_at, sessions, api_keys, invitations)
       SELECT $1, pg_temp.id(e), p.id, p.name, p.user_name, p.email, $2,
         CASE WHEN e % 9 = 0 THEN 'removed' ELSE 'deactivated' END, 1, 'connection', $2, 'Directory', 'request-' || e,
         pg_temp.moment(e), pg_temp.moment(e) + interval '40 ms', 1, 0, 0
       FROM generate_series(1, ${offboardings}) e JOIN people p ON p.n = 1 + e % (SELECT count(*) FROM people)`,
  `INSERT INTO invitations (organization_id, id, email, email_key, role, state, token_digest, created_at, expires_at,
         settled_at)
       SELECT $1, pg_temp.id(e), address, address, 'engineer', state, sha256((address || $1)::bytea), pg_temp.moment(e),
         now() + CASE WHEN e % 4 = 1 THEN -1 ELSE 3 END * interval '1 day',
         CASE WHEN state <> 'pending' THEN now() END
       FROM generate_series(1, ${invitations}) e, (VALUES (0, 'pending'), (1, 'pending'), (2, 'accepted'), (3, 'linked')) s (r, state),
         LATERAL (SELECT 'guest-' || e || '@bench.test' AS address) a
       WHERE s.r = e % 4`,
  `INSERT INTO api_keys (id, organization_id, member_id, access_epoch, name, digest, created_at, revoked_at)
       SELECT left(md5($1 || e::text), 16), $1, p.id, p.access_epoch, 'key ' || e, sha256(e::text::bytea), pg_temp.moment(e),
         CASE WHEN e % 2 = 0 THEN now() END
       FROM generate_series(1, ${apiKeys}) e JOIN people p ON p.n = 1 + e % (SELECT count(*) FROM people)`,
  `WITH g AS (
         INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key, member_count)
         SELECT $1, gen_random_uuid(), $2, 'Team ' || e, 'team ' || e, 0 FROM generate_series(1, ${groups}) e RETURNING id
       ), numbered AS (SELECT id, row_number() OVER () AS n, count(*) OVER () AS all_groups FROM g)
       INSERT INTO scim_group_members (organization_id, group_id, user_id)
       SELECT $1, numbered.id, p.id FROM people p JOIN numbered ON numbered.n = 1 + p.n % numbered.all_groups`,
  `WITH project AS (
         INSERT INTO projects (organization_id, id, name, name_key) VALUES ($1, gen_random_uuid(), 'Phishing', 'phishing')
         RETURNING id
       )
       INSERT INTO project_members (organization_id, project_id, member_id, role, by_group)
       SELECT $1, project.id, p.id, 'reviewer', TRUE FROM people p, project`,
  `INSERT INTO identity_providers (organization_id, id, name, state, issuer, client_id, client_secret, connection_id,
         match_claim, trusts_email, only_provisioned)
       SELECT $1, $1, 'Okta', 'active', 'https://bench.test', 'bench', 'none', $2, 'sub', FALSE, TRUE`,
  `INSERT INTO member_identities (organization_id, provider_id, subject, member_id)
   SELECT $1, $1, m.external_id, m.id FROM people p JOIN members m ON m.organization_id = $1 AND m.id = p.id
   WHERE p.n % 2 = 0`,
];

/** Every fiftieth is called Maria rather than Ada. */
const RENAME_TERMS = `
  UPDATE member_terms t SET term = replace(t.term, 'ada', 'maria') FROM people p
  WHERE t.organization_id = $1 AND t.member_id = p.id AND p.n % 50 = 0 AND t.term LIKE 'ada%'`;

/** Every tenth is an engineer, every twentieth is deactivated. */
const RENAME_MEMBERS = `
  UPDATE members m SET active = p.n % 20 <> 3, role = CASE WHEN p.n % 10 = 1 THEN 'engineer' ELSE m.role END,
    name = CASE WHEN p.n % 50 = 0 THEN replace(m.name, 'Ada', 'Maria') ELSE m.name END,
    name_key = CASE WHEN p.n % 50 = 0 THEN replace(m.name_key, 'ada', 'maria') ELSE m.name_key END
  FROM people p WHERE m.organization_id = $1 AND m.id = p.id AND (p.n % 10 = 1 OR p.n % 20 = 3 OR p.n % 50 = 0)`;

/** Every thirtieth has an address that begins with the name of a department. */
const ADD_TERMS = `
  INSERT INTO member_terms (organization_id, term, member_id)
  SELECT $1, 'support-' || p.n || '@bench.test', p.id FROM people p WHERE p.n % 30 = 0`;

const COUNT_SEATS = `
  UPDATE member_counts c SET seated = c.seated - (
    SELECT count(*) FROM members m WHERE m.organization_id = $1 AND m.connection_id = $2 AND NOT m.active
  ) WHERE c.organization_id = $1 AND c.shard = 0`;

async function findLandmarks(client: pg.Client, { organizationId, connectionId }: Tenant): Promise<Landmarks> {
  const middle = (table: string, column = 'id', condition = 'TRUE', order = column) => `(
    SELECT ${column} FROM ${table} WHERE organization_id = $1 AND ${condition} ORDER BY ${order}
    OFFSET (SELECT count(*) / 2 FROM ${table} WHERE organization_id = $1 AND ${condition}) LIMIT 1)`;
  const { rows } = await client.query<Landmarks>(
    `SELECT ${middle('members', `concat(id, name_key)`, 'removed_at IS NULL', 'name_key')} AS member, (SELECT id FROM projects WHERE organization_id = $1) AS "projectId",
       ${middle('audit_entries')} AS "auditEntry", ${middle('scim_activity', 'id', 'connection_id = $2')} AS request,
       ${middle('offboardings')} AS offboarding, ${middle('invitations', 'id', "state = 'pending'")} AS invitation,
       ${middle('project_members', 'member_id')} AS "projectMember",
       ${middle('api_keys', 'id', 'TRUE', 'created_at')} AS "apiKey"`,
    [organizationId, connectionId],
  );
  const found = rows[0]!;
  return { ...found, member: Buffer.from(found.member).toString('base64url') };
}
