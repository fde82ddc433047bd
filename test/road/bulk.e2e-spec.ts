import { BULK_RESPONSE, bulkOf, creates, idOf, resultsOf, statusesOf } from './support/bulk.js';
import {
  aGroup,
  aUser,
  ENTERPRISE,
  GROUP,
  memberIdsOf,
  membersOf,
  replace,
  UNKNOWN_ID,
  USER,
} from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => {
    acme = await road.anOrganization();
  });

  const bulk = (...operations: readonly unknown[]) => acme.scim.post('/Bulk', bulkOf(...operations));

  it('creates a User and a Group with the User in it (RFC 7644 §3.7.2)', async () => {
    const { status, headers, body } = await bulk(
      creates('/Users', 'qwerty', { schemas: [USER], userName: 'Alice' }),
      creates('/Groups', 'ytrewq', {
        schemas: [GROUP],
        displayName: 'Tour Guides',
        members: [{ type: 'User', value: 'bulkId:qwerty' }],
      }),
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/scim+json');
    const location = (endpoint: string): unknown =>
      expect.stringMatching(new RegExp(`^${acme.scim.baseUrl}/${endpoint}/[-\\w]{36}$`));
    expect(body).toEqual({
      schemas: [BULK_RESPONSE],
      Operations: [
        { location: location('Users'), method: 'POST', bulkId: 'qwerty', version: 'W/"1"', status: '201' },
        { location: location('Groups'), method: 'POST', bulkId: 'ytrewq', version: 'W/"1"', status: '201' },
      ],
    });
    const [alice, guides] = body['Operations'] as readonly { location: string }[];
    const group = await acme.scim.get(`/Groups/${guides?.location.split('/').at(-1)}`);
    expect(group.body).toMatchObject({
      displayName: 'Tour Guides',
      members: [{ $ref: alice?.location, type: 'User' }],
    });
  });

  it('creates a User whose manager is created in the same request (RFC 7644 §3.7.2)', async () => {
    const [alice, bob] = resultsOf(
      await bulk(
        creates('/Users', 'qwerty', { schemas: [USER], userName: 'Alice' }),
        creates('/Users', 'ytrewq', {
          schemas: [USER, ENTERPRISE],
          userName: 'Bob',
          [ENTERPRISE]: { employeeNumber: '11250', manager: { value: 'bulkId:qwerty' } },
        }),
      ),
    );
    const { body } = await acme.scim.get(`/Users/${idOf(bob)}`);
    expect(body[ENTERPRISE]).toMatchObject({ employeeNumber: '11250', manager: { value: idOf(alice) } });
  });

  it('adds, replaces, changes and removes Users (RFC 7644 §3.7.3)', async () => {
    const [bob, dave, eve] = [await acme.addUser('bob'), await acme.addUser('dave'), await acme.addUser('eve')];
    const version = 'W/"1"';
    const answer = await acme.scim.post('/Bulk', {
      ...bulkOf(
        creates('/Users', 'qwerty', { schemas: ['urn:ietf:params:scim:api:messages:2.0:User'], userName: 'Alice' }),
        { method: 'PUT', path: `/Users/${bob.id}`, version, data: { schemas: [USER], id: bob.id, userName: 'Bob' } },
        {
          method: 'PATCH',
          path: `/Users/${dave.id}`,
          version,
          data: {
            Operations: [
              { op: 'remove', path: 'nickName' },
              { op: 'add', path: 'userName', value: 'Dave' },
            ],
          },
        },
        { method: 'DELETE', path: `/Users/${eve.id}`, version },
      ),
      failOnErrors: 1,
    });
    expect(resultsOf(answer)).toEqual([
      { location: expect.any(String), method: 'POST', bulkId: 'qwerty', version, status: '201' },
      { location: bob.meta.location, method: 'PUT', version: 'W/"2"', status: '200' },
      { location: dave.meta.location, method: 'PATCH', version: 'W/"2"', status: '200' },
      { location: eve.meta.location, method: 'DELETE', status: '204' },
    ]);
    expect((await acme.scim.get(`/Users/${bob.id}`)).body.userName).toBe('Bob');
    expect((await acme.scim.get(`/Users/${dave.id}`)).body.userName).toBe('Dave');
    expect((await acme.scim.get(`/Users/${eve.id}`)).status).toBe(404);
  });

  it('does to Groups what single requests do', async () => {
    const [ada, bob] = [await acme.addUser('ada'), await acme.addUser('bob')];
    const [guides, idle] = [await acme.addGroup('Guides', [ada]), await acme.addGroup('Idle')];
    const answer = await bulk(
      { method: 'PUT', path: `/Groups/${guides.id}`, data: aGroup('Tour Guides', bob) },
      {
        method: 'PATCH',
        path: `/Groups/${guides.id}`,
        data: { Operations: [{ op: 'add', path: 'members', value: [{ value: ada.id }] }] },
      },
      { method: 'DELETE', path: `/Groups/${idle.id}` },
      creates('/Groups', 'g', aGroup('New', ada)),
    );
    expect(statusesOf(answer)).toEqual(['200', '200', '204', '201']);
    const { body } = await acme.scim.get(`/Groups/${guides.id}`);
    expect(body['displayName']).toBe('Tour Guides');
    expect(new Set(memberIdsOf(body))).toEqual(new Set([ada.id, bob.id]));
    expect((await acme.scim.get(`/Groups/${idle.id}`)).status).toBe(404);
  });

  it('says of a changed Group that is large what the single request says', async () => {
    await acme.addCrowd(101);
    const people = (await acme.scim.list({ count: '200', attributes: 'id' })).body.Resources;
    const group = await acme.addGroup('Everybody', people);
    const data = { Operations: [{ op: 'remove', path: 'members', value: membersOf(people[0]!) }] };
    const patch = { method: 'PATCH', path: `/Groups/${group.id}`, data };
    const back = { ...patch, data: { Operations: [{ op: 'add', path: 'members', value: membersOf(people[0]!) }] } };
    expect(statusesOf(await bulk(patch, back))).toEqual(['200', '204']);
  });

  it('answers each that failed with its error, and goes on (RFC 7644 §3.7.3)', async () => {
    const ada = await acme.addUser('ada');
    const answer = await bulk(
      creates('/Users', 'again', aUser('ada')),
      { method: 'PUT', path: `/Users/${ada.id}`, version: 'W/"99"', data: aUser('ada', { title: 'Countess' }) },
      { method: 'PATCH', path: `/Users/${ada.id}`, data: replace('active', 'perhaps') },
      { method: 'DELETE', path: `/Users/${UNKNOWN_ID}` },
      creates('/Users', 'bob', aUser('bob')),
    );
    const error = (status: string, scimType?: string) => ({
      status,
      response: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status,
        ...(scimType !== undefined && { scimType }),
        detail: expect.stringMatching(/[.]$/),
      },
    });
    expect(resultsOf(answer)).toEqual([
      { method: 'POST', bulkId: 'again', ...error('409', 'uniqueness') },
      { method: 'PUT', location: ada.meta.location, ...error('412') },
      { method: 'PATCH', location: ada.meta.location, ...error('400', 'invalidValue') },
      { method: 'DELETE', location: `${acme.scim.baseUrl}/Users/${UNKNOWN_ID}`, ...error('404') },
      expect.objectContaining({ bulkId: 'bob', status: '201' }),
    ]);
    expect((await acme.scim.get(`/Users/${ada.id}`)).body).toEqual(ada);
  });

  it.each([
    [1, ['409']],
    [2, ['409', '201', '404']],
    ['2', ['409', '201', '404']],
    [3, ['409', '201', '404', '409']],
    [4, ['409', '201', '404', '409', '201']],
  ])('leaves the rest once %j failed', async (failOnErrors, statuses) => {
    await acme.addUser('ada');
    const answer = await acme.scim.post('/Bulk', {
      ...bulkOf(
        creates('/Users', '1', aUser('ada')),
        creates('/Users', '2', aUser('bob')),
        { method: 'DELETE', path: `/Users/${UNKNOWN_ID}` },
        creates('/Users', '3', aUser('ADA')),
        creates('/Users', '4', aUser('cleo')),
      ),
      failOnErrors,
    });
    expect(statusesOf(answer)).toEqual(statuses);
    const { totalResults } = (await acme.scim.list({ filter: 'userName sw "cleo"' })).body;
    expect(totalResults).toBe(statuses.length > 4 ? 1 : 0);
  });

  it('keeps the order: who comes first has the userName', async () => {
    const users = Array.from({ length: 40 }, (_, index) =>
      creates('/Users', `u${index}`, { userName: `name-${index % 20}`, title: String(index) }),
    );
    const answer = await bulk(
      ...users,
      ...users.slice(0, 3).map((user) => ({ ...user, bulkId: `${user.bulkId}-again` })),
    );
    expect(statusesOf(answer)).toEqual([...Array(20).fill('201'), ...Array(23).fill('409')]);
    const { body } = await acme.scim.list({ filter: 'userName eq "name-7"' });
    expect(body.Resources).toMatchObject([{ title: '7' }]);
  });

  it('gives the last seats to those who come first', async () => {
    acme = await road.anOrganization({ seats: 4 });
    const users = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => creates('/Users', name, aUser(name)));
    const statuses = statusesOf(await bulk(...users));
    expect(statuses).toEqual([...statuses].sort());
    expect(new Set(statuses)).toEqual(new Set(['201', '403']));
  });

  it('takes a method in any case, a path without slash, and a request without schemas; and notes it', async () => {
    const answer = await acme.scim.post('/Bulk', {
      operations: [{ Method: 'post', Path: 'Users', bulkId: 'a', data: aUser('ada') }],
    });
    expect(statusesOf(answer)).toEqual(['201']);
    const [request, operation] = (await acme.activity()).sort((one) => (one['operation'] === 'Bulk.run' ? -1 : 1));
    expect(request).toMatchObject({ leniencies: ['missing-schemas', 'attribute-case'] });
    expect(operation).toMatchObject({ leniencies: expect.arrayContaining(['method-case', 'attribute-case']) });
  });

  it('notes each operation, and the request with what came of it, under one request id', async () => {
    await acme.scim.post(
      '/Bulk',
      bulkOf(creates('/Users', 'a', aUser('ada')), creates('/Users', 'b', aUser('ADA')), { method: 'GET' }),
      { 'x-request-id': 'nightly-sync' },
    );
    const entries = await acme.activity();
    expect(entries).toHaveLength(4);
    expect(new Set(entries.map((entry) => entry['request_id']))).toHaveProperty('size', 1);
    const entry = (operation: string, status: number) =>
      entries.find((one) => one['operation'] === operation && one['status'] === status);
    expect(entry('Users.create', 201)).toMatchObject({ method: 'POST', changed: expect.arrayContaining(['userName']) });
    expect(entry('Users.create', 409)).toMatchObject({ method: 'POST', scim_type: 'uniqueness' });
    expect(entry('Bulk.read', 400)).toMatchObject({ scim_type: 'invalidSyntax' });
    expect(entry('Bulk.run', 200)).toMatchObject({ detail: '3 of 3 operations were tried; 2 failed.' });
  });

  it('has the audit entries and the effects of single requests', async () => {
    const ada = await acme.addUser('ada');
    const browser = await acme.signIn(ada.id);
    expect(await browser.knock()).toBe(200);
    expect(
      statusesOf(await bulk({ method: 'PATCH', path: `/Users/${ada.id}`, data: replace('active', 'False') })),
    ).toEqual(['200']);
    expect(await browser.knock()).toBe(401);
    expect((await acme.audit(ada.id))[0]).toMatchObject({ action: 'member.deactivated', actorId: acme.connectionId });
  });
});
