import { aUser, ENTERPRISE, patchOf, replace, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => {
    acme = await road.anOrganization();
  });

  it('tells who asked for what, what came of it and what changed', async () => {
    const client = 'ExampleIdP/1.0';
    const { body } = await acme.scim.post('/Users', aUser('ada', { title: 'Analyst' }), { 'user-agent': client });
    await acme.scim.patch(
      `/Users/${body.id}`,
      patchOf({ op: 'replace', value: { title: 'Head', 'name.givenName': 'A' } }),
    );
    await acme.scim.put(`/Users/${body.id}`, aUser('ada', { active: false }));
    await acme.scim.get(`/Users/${body.id}`);
    await acme.scim.get('/Users?filter=active%20eq%20false');
    await acme.scim.delete(`/Users/${body.id}`);
    const entries = (await acme.activity()).reverse();
    expect(entries).toMatchObject([
      { method: 'POST', operation: 'Users.create', status: 201, resource_id: body.id, client },
      { method: 'PATCH', operation: 'Users.patch', status: 200, resource_id: body.id },
      { method: 'PUT', operation: 'Users.replace', status: 200, resource_id: body.id },
      { method: 'GET', operation: 'Users.get', status: 200, resource_id: body.id, changed: [] },
      { method: 'GET', operation: 'Users.list', status: 200, resource_id: null, changed: [] },
      { method: 'DELETE', operation: 'Users.remove', status: 204, resource_id: body.id },
    ]);
    const changed = entries.map((entry) => [...(entry['changed'] as string[])].sort());
    expect(changed[0]).toEqual(expect.arrayContaining(['userName', 'title', 'active', 'emails', 'name.givenName']));
    expect(changed[1]).toEqual(['name.givenName', 'title']);
    expect(changed[2]).toEqual(['active', 'name.givenName', 'title']);
    for (const entry of entries) {
      expect(entry).toMatchObject({ connection_id: acme.connectionId, token_id: expect.any(String), scim_type: null });
      expect(entry['duration_ms']).toBeGreaterThan(0);
      expect(entry['client_address']).toMatch(/127\.0\.0\.1|::1/);
    }
  });

  it('gives a write the request id that stands in its audit entry', async () => {
    const { id } = await acme.addUser('ada');
    const [[logged], [audited]] = [await acme.activity(), await acme.audit(id)];
    expect(logged!['request_id']).toEqual(expect.stringMatching(/.{8,}/));
    expect(audited!['requestId']).toBe(logged!['request_id']);
  });

  it('tells why a request was refused, in the words of the answer', async () => {
    const answer = await acme.scim.list({ filter: 'shoeSize eq "44"' });
    expect(await acme.activity()).toMatchObject([
      { operation: 'Users.list', status: 400, scim_type: 'invalidFilter', detail: answer.body['detail'], changed: [] },
    ]);
  });

  it('tells of a connection that its provider cannot get in any more', async () => {
    await new ScimClient(acme.scim.baseUrl, 'rfscim_bad').get('/Users');
    expect(await acme.activity()).toMatchObject([
      { operation: 'Users.list', status: 401, connection_id: acme.connectionId, token_id: null },
    ]);
  });

  it.each<[string, readonly string[], (id: string) => Promise<unknown>]>([
    [
      'op-case, boolean-as-text',
      ['boolean-as-text', 'op-case'],
      (id) => acme.scim.patch(`/Users/${id}`, patchOf({ op: 'Replace', path: 'active', value: 'False' })),
    ],
    [
      'path-less-patch, path-less-dotted-key',
      ['path-less-dotted-key', 'path-less-patch'],
      (id) => acme.scim.patch(`/Users/${id}`, patchOf({ op: 'add', value: { 'name.familyName': 'L' } })),
    ],
    [
      'created-missing-element',
      ['created-missing-element'],
      (id) => acme.scim.patch(`/Users/${id}`, replace('phoneNumbers[type eq "work"].value', '+1')),
    ],
    [
      'remove-with-value',
      ['remove-with-value'],
      (id) => acme.scim.patch(`/Users/${id}`, patchOf({ op: 'remove', path: 'title', value: 'Analyst' })),
    ],
    [
      'manager-shape',
      ['manager-shape'],
      (id) => acme.scim.patch(`/Users/${id}`, replace(`${ENTERPRISE}:manager`, 'm-1')),
    ],
    [
      'object-for-array',
      ['object-for-array'],
      () => acme.scim.post('/Users', aUser('one', { emails: { value: 'a@b.test' } })),
    ],
    ['unknown-attribute', ['unknown-attribute'], () => acme.scim.post('/Users', aUser('two', { shoeSize: 44 }))],
    ['password-ignored', ['password-ignored'], () => acme.scim.post('/Users', aUser('three', { password: 'x' }))],
    ['missing-schemas', ['missing-schemas'], () => acme.scim.post('/Users', { userName: 'four' })],
    [
      'unknown-schema',
      ['unknown-schema'],
      () => acme.scim.post('/Users', aUser('five', { schemas: [USER, 'urn:scim:schemas:core:1.0'] })),
    ],
    ['boolean-as-text in a filter', ['boolean-as-text'], () => acme.scim.list({ filter: 'active eq "True"' })],
    ['nothing for a request without them', [], (id) => acme.scim.patch(`/Users/${id}`, replace('title', 'Head'))],
  ])('notes what was tolerated: %s', async (_, leniencies, ask) => {
    const { id } = await acme.addUser('ada', { title: 'Analyst' });
    await ask(id);
    const [entry] = await acme.activity();
    expect(entry!['status']).toBeLessThan(300);
    expect([...(entry!['leniencies'] as string[])].sort()).toEqual(leniencies);
  });

  it('keeps no secret and no value of a person', async () => {
    const { token } = acme.founded.scim;
    const { id } = await acme.addUser('secretive', { title: 'Confidential', password: 't1meMa$heen' });
    await acme.scim.patch(`/Users/${id}`, replace('userName', ''));
    await acme.scim.list({ filter: 'userName eq "secretive@acme.test"' });
    await new ScimClient(acme.scim.baseUrl).get(`/Users?access_token=${token}`);
    const log = JSON.stringify(await acme.activity());
    for (const secret of [token, token.split('_')[2]!, 'secretive', 'Confidential', 't1meMa'])
      expect(log).not.toContain(secret);
    expect(JSON.stringify(await acme.audit())).not.toMatch(/t1meMa|rfscim_/);
  });

  it('tells when a token was used last, from where and by whom', async () => {
    await acme.scim.get('/Users', { 'user-agent': 'ExampleIdP/1.0' });
    await acme.activity();
    const [token] = await acme.query('SELECT * FROM scim_tokens WHERE organization_id = $1', [acme.id]);
    expect(token).toMatchObject({ last_used_at: expect.any(Date), last_used_client: 'ExampleIdP/1.0' });
  });

  it('has an entry for nobody who asks for a connection that does not exist', async () => {
    const [before] = await acme.query('SELECT count(*) FROM scim_activity');
    await new ScimClient(`${road.app.url}/scim/nobody/v2`, 'bad').get('/Users');
    await acme.activity();
    expect(await acme.query('SELECT count(*) FROM scim_activity')).toEqual([before]);
  });
});
