import { aUser, expectRefusal, LIST_RESPONSE, patchOf, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { ScimClient } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let other: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    other = await road.anOrganization();
  });

  it('answers with what it created, with its address and version', async () => {
    const created = await acme.addUser('ada', { externalId: 'hr-1', displayName: 'Ada' });
    const { status, headers, body } = await acme.scim.get(`/Users/${created.id}`);
    expect({ status, body }).toEqual({ status: 200, body: created });
    expect(headers.get('location')).toBe(created.meta.location);
    expect(headers.get('etag')).toBe(created.meta.version);
    expect(headers.get('content-type')).toBe('application/scim+json');
  });

  it('answers at the location that it gave', async () => {
    const { id, meta } = await acme.addUser('found');
    expect(meta.location).toBe(`${acme.scim.baseUrl}/Users/${id}`);
    expect((await acme.scim.get(meta.location.slice(acme.scim.baseUrl.length))).body).toMatchObject({ id });
  });

  it('answers a HEAD with the headers of a GET', async () => {
    const { id, meta } = await acme.addUser('head');
    const { status, headers, text } = await acme.scim.send('HEAD', `/Users/${id}`);
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers.get('etag')).toBe(meta.version);
  });

  it('gives ids that no other resource has, in any organization, and that hold no bulkId', async () => {
    const users = await Promise.all([
      acme.addUser('one'),
      acme.addUser('two'),
      other.addUser('one'),
      other.addUser('two'),
    ]);
    expect(new Set(users.map(({ id }) => id)).size).toBe(4);
    for (const { id } of users) expect(id).not.toMatch(/bulkid/i);
  });

  describe('of an id that is nobody here', () => {
    let strangers: readonly string[];
    beforeAll(async () => {
      const { id } = await acme.addUser('gone');
      await acme.scim.delete(`/Users/${id}`);
      const stranger = await other.addUser('stranger');
      const present = await acme.addUser('present');
      strangers = [
        UNKNOWN_ID,
        'no-uuid',
        '1',
        "'--",
        stranger.id,
        id,
        await acme.recoveryId(),
        present.id.toUpperCase(),
      ];
    });

    const requests: readonly [string, (scim: ScimClient, id: string) => ReturnType<ScimClient['get']>][] = [
      ['GET', (scim, id) => scim.get(`/Users/${id}`)],
      ['PUT', (scim, id) => scim.put(`/Users/${id}`, aUser('anybody'))],
      ['PATCH', (scim, id) => scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false }))],
      ['DELETE', (scim, id) => scim.delete(`/Users/${id}`)],
    ];

    it.each(requests)(
      'tells a %s the same: unknown, of another form, another organization’s, deleted',
      async (_, send) => {
        const [before, theirs] = [await acme.state(), await other.state()];
        const answers = await Promise.all(strangers.map((id) => send(acme.scim, encodeURIComponent(id))));
        for (const answer of answers) expectRefusal(answer, 404);
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
        expect([await acme.state(), await other.state()]).toEqual([before, theirs]);
      },
    );
  });
});

onEachAdapter((road) => {
  it('lists everybody of its organization and nobody else’s', async () => {
    const [acme, other] = [await road.anOrganization(), await road.anOrganization()];
    const users = [await acme.addUser('ada'), await acme.addUser('bob'), await acme.addUser('cleo')];
    await other.addUser('stranger');
    const { status, headers, body } = await acme.scim.get('/Users');
    expect({ status, body }).toEqual({
      status: 200,
      body: { schemas: [LIST_RESPONSE], totalResults: 3, startIndex: 1, itemsPerPage: 3, Resources: users },
    });
    expect(headers.get('content-type')).toBe('application/scim+json');
  });

  it('answers 200 with nothing in it when nobody matches, and in an organization that was just founded', async () => {
    const empty = { schemas: [LIST_RESPONSE], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] };
    const acme = await road.anOrganization();
    for (const path of ['/Users', '/Users?filter=userName%20eq%20%22nobody%22', '/Users?filter=title%20pr']) {
      const { status, body } = await acme.scim.get(path);
      expect({ status, body }).toEqual({ status: 200, body: empty });
    }
  });

  it('passes over query parameters that it does not know', async () => {
    const acme = await road.anOrganization();
    const { id } = await acme.addUser('ada');
    for (const path of ['/Users?aadOptscim062020', '/Users?foo=bar&foo=baz', `/Users/${id}?foo[bar]=1`]) {
      expect((await acme.scim.get(path)).status).toBe(200);
    }
  });
});
