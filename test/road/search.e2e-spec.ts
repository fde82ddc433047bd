import { expectRefusal, GROUP, LIST_RESPONSE, SEARCH_REQUEST, USER } from './support/documents.js';
import { hireFour, namesIn } from './support/filtered-people.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    await hireFour(acme);
    await acme.addGroup('Crew');
    await acme.addGroup('Bakers', (await acme.scim.list({ filter: 'userName sw "ada"' })).body.Resources);
  });

  const search = (endpoint: string, query: object) =>
    acme.scim.post(`${endpoint}/.search`, { schemas: [SEARCH_REQUEST], ...query });

  const QUERIES: readonly [string, Readonly<Record<string, unknown>>][] = [
    ['/Users', {}],
    ['/Users', { filter: 'name.familyName co "o\'m" or title pr' }],
    ['/Users', { sortBy: 'userName', sortOrder: 'descending', startIndex: 2, count: 2 }],
    ['/Users', { filter: 'userName eq "ada@acme.test"', attributes: ['userName', 'emails.value'] }],
    ['/Users', { excludedAttributes: ['emails', 'name.givenName'], count: 1 }],
    ['/Users', { count: 0 }],
    ['/Groups', { filter: 'displayName eq "bakers"' }],
    ['/Groups', { sortBy: 'displayName', attributes: ['displayName'] }],
    ['', { filter: 'meta.resourceType eq "Group"', excludedAttributes: ['members'] }],
    ['', { sortBy: 'displayName', count: 3 }],
  ];

  it.each(QUERIES)('answers as a GET does: %s %j', async (endpoint, query) => {
    const texts = Object.entries(query).map(([name, value]) => [name, String(value)]);
    const { status, headers, body } = await search(endpoint, query);
    const got = await acme.scim.get(`${endpoint || '/'}?${new URLSearchParams(texts).toString()}`);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/scim+json' });
    expect(headers.get('location')).toBeNull();
    expect(body).toEqual(got.body);
  });

  it('answers the example of RFC 7644 §3.4.3', async () => {
    const { status, body } = await search('', {
      attributes: ['displayName', 'userName'],
      filter: 'displayName sw "b"',
      startIndex: 1,
      count: 10,
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        schemas: [LIST_RESPONSE],
        totalResults: 1,
        itemsPerPage: 1,
        startIndex: 1,
        Resources: [{ schemas: [GROUP], id: expect.any(String), displayName: 'Bakers' }],
      },
    });
  });

  it('is open to a token that may only read, and asks for one', async () => {
    const { token } = await acme.issueToken({ access: 'read' });
    for (const endpoint of ['/Users', '/Groups', '']) {
      expect((await new ScimClient(acme.scim.baseUrl, token).post(`${endpoint}/.search`, {})).status).toBe(200);
      expectRefusal(await new ScimClient(acme.scim.baseUrl).post(`${endpoint}/.search`, {}), 401);
    }
  });

  it('tolerates a missing schemas, members in any case, one name for a list, digits and what it does not know', async () => {
    const query = { Attributes: 'userName', COUNT: '1', startindex: null, shoeSize: 43, schemas: undefined };
    const { status, body } = await search('/Users', query);
    expect({ status, names: namesIn(body.Resources) }).toEqual({ status: 200, names: ['ada'] });
    expect(Object.keys(body.Resources[0]!)).toEqual(['schemas', 'id', 'userName']);
    const [entry] = await acme.activity();
    expect(entry).toMatchObject({ operation: 'Users.search', method: 'POST', status: 200, changed: [] });
    expect(entry?.['leniencies']).toEqual(
      expect.arrayContaining([
        'missing-schemas',
        'attribute-case',
        'object-for-array',
        'number-as-text',
        'unknown-attribute',
      ]),
    );
  });

  it.each<[string, object, string]>([
    ['a filter that is no text', { filter: 5 }, 'invalidSyntax'],
    ['attributes that are no texts', { attributes: [1] }, 'invalidSyntax'],
    ['a count that is no number', { count: {} }, 'invalidSyntax'],
    ['a cursor that is no text', { cursor: 1 }, 'invalidSyntax'],
    ['a member twice', { count: 1, COUNT: 2 }, 'invalidSyntax'],
    ['a filter that does not end', { filter: 'userName eq' }, 'invalidFilter'],
    ['half a resource', { count: 1.5 }, 'invalidValue'],
    ['an unknown order', { sortBy: 'id', sortOrder: 'upwards' }, 'invalidValue'],
    ['both attributes and excludedAttributes', { attributes: ['id'], excludedAttributes: ['meta'] }, 'invalidValue'],
  ])('refuses %s', async (_, query, scimType) => {
    for (const endpoint of ['/Users', '/Groups', '']) expectRefusal(await search(endpoint, query), 400, scimType);
  });

  it.each(['', '[]', 'null', '"text"', '{'])('refuses the body %j', async (body) => {
    for (const endpoint of ['/Users', '/Groups', ''])
      expectRefusal(await acme.scim.post(`${endpoint}/.search`, body), 400, 'invalidSyntax');
  });

  it('keeps what is filtered by out of the address and of the request log', async () => {
    await search('/Users', { filter: `userName eq "secret-7c1@acme.test"`, attributes: [`${USER}:userName`] });
    expect(JSON.stringify(await acme.activity())).not.toContain('secret-7c1');
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is not there for %s', async (method) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    expect((await acme.scim.send(method, '/.search', body)).headers.get('allow')).toBe('POST');
    expectRefusal(await acme.scim.send(method, '/.search', body), 405);
  });
});
