import type { Organization } from '../../road/support/organization.js';
import { Company } from '../../sso/support/company.js';
import type { ForgedProvider } from '../../sso/support/forged-provider.js';
import type { RunningApplication } from '../../support/running-application.js';
import { postJson } from './people.js';

/** An organization with one of everything that has an id, and its administrator signed in. Texts of it contain `name`. */
export interface Belongings {
  readonly organization: Organization;
  /** The administrator's session, as headers. */
  readonly cookie: readonly [string, string];
  /** By the segment that stands before such an id in addresses. */
  readonly ids: ReadonlyMap<string, string>;
}

export async function furnish(
  app: RunningApplication,
  organization: Organization,
  forged: ForgedProvider,
  name: string,
): Promise<Belongings> {
  const cookie = ['Cookie', await signedIn(app, organization)] as const;
  const make = async (path: string, body: object) => {
    const answer = await postJson(app.url, `/api/v1${path}`, body, cookie);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return String((answer.body as { id: unknown }).id);
  };
  const user = await organization.addUser(name, { externalId: `id-${name}` });
  const group = await organization.addGroup(`${name} team`, [user]);
  const members = user.id;
  const receiver = await make('/event-receivers/streams', { name: `${name} stream` });
  const { providerId } = await Company.open(app, organization, forged, { name: `${name} ID` });
  const only = async (sql: string) => String((await organization.query(sql, [organization.id]))[0]?.['id']);
  const [activity] = await organization.activity();
  const ids = {
    ...{ members, Users: user.id, Groups: group.id, providers: providerId, oidc: providerId },
    ...{ provisioning: organization.connectionId, connections: organization.connectionId },
    ...{ scim: organization.connectionId, administrators: await organization.recoveryId() },
    projects: await make('/projects', { name: `${name} project` }),
    invitations: await make('/invitations', { email: `guest@${name}.test`, role: 'engineer' }),
    'api-keys': await make('/api-keys', { name: `${name} key` }),
    'event-receivers': receiver,
    'event-streams': receiver,
    tokens: await only('SELECT id FROM scim_tokens WHERE organization_id = $1'),
    clients: (await organization.addOAuthClient({ name: `${name} client` })).id,
    activity: String(activity?.['id']),
    sessions: await only('SELECT id FROM sessions WHERE organization_id = $1'),
    'mass-deactivations': await only(`
      INSERT INTO mass_deactivations (organization_id, id, connection_id, began_at, last_at)
      SELECT organization_id, gen_random_uuid(), id, now(), now() FROM scim_connections WHERE organization_id = $1
      RETURNING id`),
  };
  return { organization, cookie, ids: new Map(Object.entries(ids)) };
}

async function signedIn({ url }: RunningApplication, { founded }: Organization): Promise<string> {
  const { headers } = await postJson(url, '/api/v1/auth/login', founded.admin);
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie.split(';')[0]!;
}

/**
 * All rows of an organization in every table that has any: but for its request log, which notes whoever knocks, and for when
 * a credential was used last.
 */
export async function everythingOf(organization: Organization): Promise<string> {
  const tables = await organization.query(
    `SELECT table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE'
       AND t.table_name NOT IN ('scim_activity', 'scim_activity_hours')`,
  );
  const rows = tables.map(
    ({ name }) => `SELECT '${String(name)}' AS name, (to_jsonb(t) - $2::text[])::text AS content
      FROM ${String(name)} t WHERE organization_id = $1`,
  );
  const used = ['last_used_at', 'last_used_address', 'last_used_client', 'last_seen_at'];
  const [digest] = await organization.query(
    `SELECT md5(string_agg(name || content, E'\\n' ORDER BY name, content)) AS digest
     FROM (${rows.join(' UNION ALL ')}) AS everything`,
    [organization.id, used],
  );
  return String(digest?.['digest']);
}
