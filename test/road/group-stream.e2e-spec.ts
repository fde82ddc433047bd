import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { expectRefusal, GROUP } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

/** With names so long that they fill the buffers between the two ends many times over. */
const CROWD = 10_000;
const LONG_NAME = 'Somebody '.repeat(170);

onEachAdapter((road) => {
  let acme: Organization;
  let everybody: string;
  beforeAll(async () => {
    acme = await road.anOrganization();
    await acme.addCrowd(CROWD, LONG_NAME);
    everybody = await aGroupOf(acme, 'Everybody', CROWD);
  });

  it('writes a group of any size, each member of it once, with the headers that a small one has', async () => {
    const { status, headers, body } = await acme.scim.get(`/Groups/${everybody}`);
    const members = body['members'] as { readonly value: string; readonly $ref: string }[];
    expect({ status, type: headers.get('content-type'), length: members.length }).toEqual({
      status: 200,
      type: 'application/scim+json',
      length: CROWD,
    });
    expect(headers.get('etag')).toBe(body.meta.version);
    expect(headers.get('location')).toBe(`${acme.scim.baseUrl}/Groups/${everybody}`);
    expect(new Set(members.map(({ value }) => value)).size).toBe(CROWD);
    expect(members[0]?.$ref).toBe(`${acme.scim.baseUrl}/Users/${members[0]?.value}`);
  });

  it('writes a list of large and small groups the same way', async () => {
    const ids = [everybody];
    for (const [name, size] of [
      ['Some', 1_500],
      ['Few', 3],
      ['None', 0],
    ] as const)
      ids.push(await aGroupOf(acme, name, size));
    const { body } = await acme.scim.get('/Groups');
    expect(body).toMatchObject({ totalResults: ids.length, itemsPerPage: ids.length });
    const sizes = body.Resources.map(({ displayName, members }) => [displayName, (members as unknown[]).length]);
    expect(Object.fromEntries(sizes as [string, number][])).toEqual({ Everybody: CROWD, Some: 1_500, Few: 3, None: 0 });
    expect(body.Resources[0]).toMatchObject({ schemas: [GROUP], meta: { resourceType: 'Group' } });
  });

  it('answers 304 without a member when the client has this version', async () => {
    const { headers } = await acme.scim.get(`/Groups/${everybody}?excludedAttributes=members`);
    const answer = await acme.scim.get(`/Groups/${everybody}`, { 'if-none-match': headers.get('etag')! });
    expect([answer.status, answer.text]).toEqual([304, '']);
  });

  it('asks for members only as the client takes them, and breaks off when the database fails in the middle', async () => {
    const response = await begin(acme, everybody);
    await untilNothingIsRead(acme);
    await road.app.dataSource.transaction(async (tx) => {
      await tx.query('LOCK TABLE scim_group_members');
      await pause(300);
      expect(await waitingReaders(tx)).toEqual([]);

      const outcome = expect(textOf(response)).rejects.toThrow(/aborted|ECONNRESET/);
      let [reader] = await waitingReaders(tx);
      for (; reader === undefined; [reader] = await waitingReaders(tx)) await pause(20);
      await tx.query('SELECT pg_cancel_backend($1)', [reader]);
      await outcome;
    });
  });

  it('stops reading when the client goes away', async () => {
    const response = await begin(acme, everybody);
    await untilNothingIsRead(acme);
    await road.app.dataSource.transaction(async (tx) => {
      await tx.query('LOCK TABLE scim_group_members');
      response.destroy();
      await pause(300);
      expect(await waitingReaders(tx)).toEqual([]);
    });
  });

  it('answers with an error when the database fails before the first member', async () => {
    await acme.query('ALTER TABLE scim_users RENAME TO scim_users_away');
    try {
      expectRefusal(await acme.scim.get(`/Groups/${everybody}`), 500);
    } finally {
      await acme.query('ALTER TABLE scim_users_away RENAME TO scim_users');
    }
  });
});

/** A group whose members went straight into the tables. */
async function aGroupOf(organization: Organization, displayName: string, size: number): Promise<string> {
  const { body } = await organization.scim.post('/Groups', { schemas: [GROUP], displayName });
  await organization.query(
    `INSERT INTO scim_group_members (organization_id, group_id, user_id)
     SELECT $1, $2, id FROM members WHERE organization_id = $1 AND NOT recovery ORDER BY id LIMIT $3`,
    [organization.id, body.id, size],
  );
  await organization.query('UPDATE scim_groups SET member_count = $3 WHERE organization_id = $1 AND id = $2', [
    organization.id,
    body.id,
    size,
  ]);
  return body.id;
}

/** The answer for a group, of which nothing but the head has been taken. */
const begin = ({ founded: { scim } }: Organization, id: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${scim.token}` };
    get(`${scim.baseUrl}/Groups/${id}`, { headers }, resolve).on('error', reject);
  });

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part as string;
  return text;
}

/** Waits until no more members are asked of the database. */
async function untilNothingIsRead(organization: Organization): Promise<void> {
  for (let last = '', quiet = 0; quiet < 6;) {
    await pause(200);
    const now = String(await lastReadOf(organization));
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}

async function lastReadOf(organization: Organization): Promise<unknown> {
  const [row] = await organization.query(
    `SELECT max(query_start) AS "lastRead" FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%scim_group_members%'`,
  );
  return row?.['lastRead'];
}

/** The processes of the database that wait for the lock that this transaction holds. */
async function waitingReaders(tx: EntityManager): Promise<readonly number[]> {
  const rows = await tx.query<{ pid: number }[]>(
    `SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'scim_group_members'::regclass`,
  );
  return rows.map(({ pid }) => pid);
}
