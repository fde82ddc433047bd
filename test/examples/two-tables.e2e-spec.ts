import { readdirSync, readFileSync } from 'node:fs';
import { Example } from '../contracts/support/example.js';
import type { ScimClient } from '../road/support/scim-client.js';

const FOLDER = 'examples/two-tables';

describe('an application of two tables that adopts the module', () => {
  let example: Example;
  let scim: ScimClient;
  let organizationId: string;

  beforeAll(async () => void (example = await Example.start()));
  afterAll(() => example.stop());
  beforeEach(async () => void ({ organizationId, scim } = await example.connect()));

  const add = async (userName: string, more = {}) => (await scim.post('/Users', { userName, ...more })).body;
  const patch = (path: string, ...Operations: object[]) => scim.patch(path, { Operations });
  const rowOf = async (id: string) => {
    const [row] = await example.query('SELECT * FROM people WHERE organization_id = $1 AND id = $2', [
      ...[organizationId, id],
    ]);
    return row;
  };
  const actions = async () => {
    const sql = `SELECT entry ->> 'action' AS action FROM audit WHERE organization_id = $1 ORDER BY id`;
    return (await example.query(sql, [organizationId])).map(({ action }) => action);
  };

  it('has fewer than a hundred lines', () => {
    const lines = readdirSync(FOLDER).flatMap((file) =>
      readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n'),
    );
    expect(lines.length).toBeLessThan(100);
  });

  it('provisions a person: answer, row and audit entry', async () => {
    const { status, body } = await scim.post('/Users', { userName: 'Ada@acme.test', displayName: 'Ada Lovelace' });
    expect([status, body]).toMatchObject([201, { userName: 'Ada@acme.test', active: true }]);
    expect((await scim.get(`/Users/${body.id}`)).body).toEqual(body);
    expect(await rowOf(body.id)).toMatchObject({ full_name: 'Ada Lovelace', user_name_key: 'ada@acme.test' });
    expect(await actions()).toEqual(['connection.created', 'token.issued', 'person.created']);
    expect((await scim.post('/Users', { userName: 'ADA@acme.test' })).status).toBe(409);
  });

  it('filters, sorts and pages', async () => {
    await add('ada', { emails: [{ value: 'Ada@acme.test' }], title: 'a' });
    await add('bob', { emails: [{ value: 'bob@acme.test' }], title: 'b' });
    const found = await scim.list({ filter: 'emails.value eq "ADA@acme.test" and title pr' });
    expect(found.body.Resources.map(({ userName }) => userName)).toEqual(['ada']);
    const first = await scim.list({ sortBy: 'title', sortOrder: 'descending', count: '1', cursor: '' });
    const cursor = String(first.body['nextCursor']);
    const second = await scim.list({ sortBy: 'title', sortOrder: 'descending', count: '1', cursor });
    const names = [first, second].flatMap(({ body }) => body.Resources.map(({ userName }) => userName));
    expect(names).toEqual(['bob', 'ada']);
  });

  it('patches a person, and leaves alone what a patch does not change', async () => {
    const { id } = await add('ada', { displayName: 'Ada' });
    const changed = await patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Countess' });
    expect(changed.body).toMatchObject({ displayName: 'Countess', meta: { version: 'W/"2"' } });
    const again = await patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Countess' });
    expect(again.body.meta.version).toBe('W/"2"');
    expect(await rowOf(id)).toMatchObject({ full_name: 'Countess', revision: 2 });
    expect((await actions()).slice(2)).toEqual(['person.created', 'person.updated']);
  });

  it('signs a person out who is deactivated, and lets nobody in again by itself', async () => {
    const { id } = await add('ada');
    await example.query('UPDATE people SET session = id WHERE organization_id = $1', [organizationId]);
    await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(await rowOf(id)).toMatchObject({ active: false, session: null });
    await patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
    expect(await rowOf(id)).toMatchObject({ active: true, session: null });
    expect((await actions()).slice(3)).toEqual(['person.deactivated', 'person.reactivated']);
  });

  it('keeps groups, and shows them of their people', async () => {
    const { id } = await add('ada', { displayName: 'Ada' });
    const members = [{ value: id }];
    const group = await scim.post('/Groups', { displayName: 'Engineers', members });
    expect([group.status, group.body]).toMatchObject([201, { members: [{ value: id, display: 'Ada' }] }]);
    expect((await scim.get(`/Users/${id}`)).body['groups']).toMatchObject([{ display: 'Engineers' }]);
    expect((await scim.list({ filter: 'groups.display eq "engineers"' })).body.totalResults).toBe(1);
    await patch(`/Groups/${group.body.id}`, { op: 'remove', path: `members[value eq "${id}"]` });
    expect((await scim.get(`/Groups/${group.body.id}`)).body['members']).toEqual([]);
  });

  it.each([
    ['a userName of 5 000 characters', { userName: 'a'.repeat(5000) }],
    ['characters that PostgreSQL keeps not', { userName: 'ada\u0000', title: '\u0000' }],
    ['half a character', '{"userName":"ada","title":"\\ud800"}'],
    ['an externalId of 5 000 characters', { userName: 'ada', externalId: 'a'.repeat(5000) }],
    ['a userName of nothing but spaces', { userName: '  ' }],
    ['names of objects', '{"userName":"constructor","__proto__":{"active":false},"title":"__proto__"}'],
  ])('answers %s, and has no trouble of its own', async (_, body) => {
    const { status, body: answer } = await scim.post('/Users', body);
    expect([201, 400]).toContain(status);
    if (status === 201) expect((await scim.get(`/Users/${answer.id}`)).body).toEqual(answer);
  });

  it('removes a person, whose row stays and whose name is free', async () => {
    const { id } = await add('ada');
    const group = await scim.post('/Groups', { displayName: 'Engineers', members: [{ value: id }] });
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
    expect((await scim.get(`/Groups/${group.body.id}`)).body['members']).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ active: false, removed_at: expect.any(Date) });
    expect((await scim.post('/Users', { userName: 'ada' })).status).toBe(201);
  });
});
