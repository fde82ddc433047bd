import { ActivityLog } from '@ruleforge/scim';
import type { Office } from '../support/office.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The address at Acme of somebody of that name. */
export const addressOf = (name: string): string => `${name.toLowerCase().split(' ', 1).join('')}@acme.test`;

/** Ids of the requests of a directory by what came of them. */
export type Requests = Readonly<Record<'changed' | 'refused' | 'tolerated', string>>;

/** One of each kind of request: about somebody of this name, somebody to change and somebody who leaves. */
export async function makeRequests(
  office: Office,
  people: { readonly taken: string; readonly changed: string; readonly leaving: string },
): Promise<Requests> {
  const change = (...Operations: object[]) => ({ schemas: [PATCH], Operations });
  const changed = await send(
    office,
    'PATCH',
    `/Users/${people.changed}`,
    change(
      { op: 'replace', path: 'title', value: 'Principal engineer' },
      { op: 'replace', path: 'name.familyName', value: 'Johnson-Goble' },
    ),
  );
  const twin = { schemas: [USER], userName: addressOf(people.taken), displayName: people.taken };
  const refused = await send(office, 'POST', '/Users', twin);
  const leave = change({ op: 'Replace', path: 'active', value: 'False' });
  const tolerated = await send(office, 'PATCH', `/Users/${people.leaving}`, leave);
  return { changed, refused, tolerated };
}

/** @returns the id under which the request is logged */
async function send({ acme: { scim }, running }: Office, method: string, path: string, body: object): Promise<string> {
  const log = running.application.get(ActivityLog);
  await log.flush();
  const headers = { authorization: `Bearer ${scim.token}`, 'content-type': 'application/scim+json' };
  await fetch(`${scim.baseUrl}${path}`, { method, headers, body: JSON.stringify(body) });
  await log.flush();
  const [newest] = await running.dataSource.query<{ id: string }[]>(
    'SELECT id FROM scim_activity WHERE connection_id = $1 ORDER BY id DESC LIMIT 1',
    [scim.connectionId],
  );
  return newest?.id ?? '';
}

/** Two weeks of requests, as they are counted. */
export const pretendHistory = ({ acme, running: { dataSource } }: Office): Promise<unknown> =>
  dataSource.query(
    `INSERT INTO scim_activity_hours
     SELECT $1, $2, date_trunc('hour', now()) - day * interval '1 day', 40, day % 3, 0,
       (day * 5) % 7, (day * 11) % 13, (day * 3) % 4
     FROM generate_series(1, 13) AS day`,
    [acme.organizationId, acme.scim.connectionId],
  );
