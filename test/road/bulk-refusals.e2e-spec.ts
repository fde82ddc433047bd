import { bulkOf, creates, resultsOf, statusesOf } from './support/bulk.js';
import { aUser, expectRefusal, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  const users = (count: number) =>
    Array.from({ length: count }, (_, index) => creates('/Users', `u${index}`, { userName: `user-${index}` }));

  it('publishes its limits, and refuses what is beyond them without doing any of it', async () => {
    const before = await acme.state();
    const { bulk } = (await acme.scim.get('/ServiceProviderConfig')).body as unknown as {
      bulk: { supported: boolean; maxOperations: number; maxPayloadSize: number };
    };
    expect(bulk).toEqual({ supported: true, maxOperations: 1_000, maxPayloadSize: 1_048_576 });
    const tooMany = await acme.scim.post('/Bulk', bulkOf(...users(bulk.maxOperations + 1)));
    expectRefusal(tooMany, 413);
    expect(tooMany.body['detail']).toContain('1000');
    const text = JSON.stringify(bulkOf(...users(1)));
    const tooLarge = await acme.scim.post('/Bulk', text.padEnd(bulk.maxPayloadSize + 1));
    expectRefusal(tooLarge, 413);
    expect(tooLarge.body['detail']).toContain('1048576');
    expect(await acme.state()).toEqual(before);
    expect(statusesOf(await acme.scim.post('/Bulk', text.padEnd(bulk.maxPayloadSize)))).toEqual(['201']);
  });

  it.each([
    ['no JSON', '{', 'invalidSyntax'],
    ['no object', [], 'invalidSyntax'],
    ['no Operations', {}, 'invalidSyntax'],
    ['Operations that are no list', { Operations: {} }, 'invalidSyntax'],
    ['failOnErrors 0', { ...bulkOf(...users(1)), failOnErrors: 0 }, 'invalidValue'],
    ['failOnErrors -1', { ...bulkOf(...users(1)), failOnErrors: -1 }, 'invalidValue'],
    ['failOnErrors 1.5', { ...bulkOf(...users(1)), failOnErrors: 1.5 }, 'invalidValue'],
    ['failOnErrors "some"', { ...bulkOf(...users(1)), failOnErrors: 'some' }, 'invalidValue'],
    ['schemas of numbers', { ...bulkOf(), schemas: [1] }, 'invalidSyntax'],
  ])('refuses a request with %s', async (_, body, scimType) => {
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Bulk', body), 400, scimType);
    expect(await acme.state()).toEqual(before);
  });

  it.each([
    ['that is no object', 'POST'],
    ['with GET', { method: 'GET', path: `/Users/${UNKNOWN_ID}` }],
    ['with OPTIONS', { method: 'OPTIONS', path: '/Users' }],
    ['without method', { path: '/Users', bulkId: 'a', data: aUser('lost') }],
    ['without path', { method: 'POST', bulkId: 'a', data: aUser('lost') }],
    ['without bulkId', { method: 'POST', path: '/Users', data: aUser('lost') }],
    ['with an empty bulkId', creates('/Users', '', aUser('lost'))],
    ['with a long bulkId', creates('/Users', 'a'.repeat(10_000), aUser('lost'))],
    ['without data', { method: 'POST', path: '/Users', bulkId: 'a' }],
    ['with text as data', { method: 'POST', path: '/Users', bulkId: 'a', data: '{}' }],
    ['that creates at an id', { ...creates('/Users', 'a', aUser('lost')), path: `/Users/${UNKNOWN_ID}` }],
    ['that deletes all', { method: 'DELETE', path: '/Users' }],
    ['that deletes with data', { method: 'DELETE', path: `/Users/${UNKNOWN_ID}`, data: {} }],
    ['with a version that is no text', { method: 'DELETE', path: `/Users/${UNKNOWN_ID}`, version: 1 }],
    ['that is Bulk again', { method: 'POST', path: '/Bulk', bulkId: 'a', data: bulkOf(...users(1)) }],
    ['for /Me', { method: 'PATCH', path: '/Me', data: {} }],
    ['that climbs', { method: 'POST', path: '/../admin', bulkId: 'a', data: {} }],
    ['that climbs from Users', { method: 'PUT', path: '/Users/../Groups', data: {} }],
    ['with a host', { method: 'POST', path: 'https://x.test/Users', bulkId: 'a', data: aUser('lost') }],
    ['with two slashes', { method: 'POST', path: '//Users', bulkId: 'a', data: aUser('lost') }],
    ['with a query', { method: 'POST', path: '/Users?filter=active', bulkId: 'a', data: aUser('lost') }],
    ['that searches', { method: 'POST', path: '/Users/.search', bulkId: 'a', data: {} }],
  ])('refuses an operation %s, and does the others', async (_, operation) => {
    const other = { method: 'DELETE', path: `/Groups/${UNKNOWN_ID}` };
    const before = await acme.state();
    expect(resultsOf(await acme.scim.post('/Bulk', bulkOf(operation, other)))).toMatchObject([
      { status: '400', response: { status: '400', detail: expect.stringMatching(/[.]$/) } },
      { status: '404' },
    ]);
    expect(await acme.state()).toEqual(before);
  });

  it('refuses all that share a bulkId, and what refers to it', async () => {
    const answer = await acme.scim.post(
      '/Bulk',
      bulkOf(
        creates('/Users', 'same', aUser('one')),
        creates('/Users', 'same', aUser('two')),
        creates('/Groups', 'g', { displayName: 'Shared', members: [{ value: 'bulkId:same' }] }),
        creates('/Users', 'SAME', aUser('three')),
      ),
    );
    expect(statusesOf(answer)).toEqual(['400', '400', '409', '201']);
  });

  it('answers no operations with no results', async () => {
    expect(resultsOf(await acme.scim.post('/Bulk', bulkOf()))).toEqual([]);
  });

  it('asks for a token that may write, and reaches no other organization', async () => {
    const request = bulkOf(creates('/Users', 'spy', aUser('spy')));
    const { token } = await acme.issueToken({ access: 'read' });
    const before = await acme.state();
    expectRefusal(await new ScimClient(acme.scim.baseUrl).post('/Bulk', request), 401);
    expectRefusal(await new ScimClient(acme.scim.baseUrl, token).post('/Bulk', request), 403);
    const stranger = await (await road.anOrganization()).addUser('stranger');
    const crossing = await acme.scim.post(
      '/Bulk',
      bulkOf(
        { method: 'DELETE', path: `/Users/${stranger.id}` },
        creates('/Groups', 'g', { displayName: 'Crossing', members: [{ value: stranger.id }] }),
      ),
    );
    expect(statusesOf(crossing)).toEqual(['404', '400']);
    expect(await acme.state()).toEqual(before);
  });
});
