import assert from 'node:assert/strict';
import pg from 'pg';
import { request } from 'undici';
import { v7 } from 'uuid';
import type { FoundedOrganization } from '../servers/app.js';
import type { Contestant } from '../servers/contestant.js';
import { copyPerson, type PersonIds, readPersonIds, readPersonRows } from './person-rows.js';
import { markOf, userOf } from './person.js';
import type { Tenant } from './tenant.js';

/** The first two people come from the application itself: one to copy, one to compare the copies with. */
export async function invite(
  app: Contestant,
  { organizationId, admin, scim: { connectionId, token } }: FoundedOrganization,
  firstPerson: number,
): Promise<Tenant> {
  const tenant = { organizationId, connectionId, token, admin, firstPerson, ids: [] };
  const ids: string[] = [];
  for (const person of [firstPerson, firstPerson + 1]) ids.push(await create(app, tenant, person));
  return { ...tenant, ids };
}

async function create(app: Contestant, tenant: Tenant, person: number): Promise<string> {
  const { statusCode, body } = await request(`${app.origin}${app.basePath(tenant)}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tenant.token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify(userOf(person)),
  });
  const answer = await body.text();
  if (statusCode !== 201) throw new Error(`A User could not be created: ${answer}`);
  return (JSON.parse(answer) as { id: string }).id;
}

const BATCH = 10_000;

/** Fills an organization up with copies of its first person, by as many rows as the application writes for one. */
export async function populate(databaseUrl: string, tenant: Tenant, size: number): Promise<Tenant> {
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { organizationId } = tenant;
    const ids = [...tenant.ids];
    const template = await readPersonIds(client, organizationId, ids[0]!);
    await checkLikeness(client, organizationId, [template, await readPersonIds(client, organizationId, ids[1]!)]);
    while (ids.length < size) {
      const people = Array.from({ length: Math.min(BATCH, size - ids.length) }, (_, n) =>
        newPerson(tenant.firstPerson + ids.length + n),
      );
      await copyPerson(client, organizationId, template, people);
      ids.push(...people.map(({ member }) => member));
    }
    return { ...tenant, ids };
  } finally {
    await client.end();
  }
}

const newPerson = (person: number): PersonIds => ({ mark: markOf(person), member: v7(), user: v7(), audit: v7() });

/** Two people whom the application made differ in their marks, ids and times alone: so a copy is what it would make. */
async function checkLikeness(client: pg.Client, organizationId: string, [one, other]: [PersonIds, PersonIds]) {
  const rows = await Promise.all([one, other].map((ids) => readPersonRows(client, organizationId, ids)));
  assert.deepEqual(rows[0], rows[1], 'People whom the application makes differ in more than the copies would.');
}
