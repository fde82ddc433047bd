import { patchOf, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

const home = { value: 'ada@home.test', type: 'home' };

onEachAdapter((road) => {
  let acme: Organization;
  let made = 0;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  const someone = (attributes: Readonly<Record<string, unknown>>) =>
    acme.addUser(`person-${++made}`, { name: undefined, emails: undefined, ...attributes });

  it('tells a change by answer, row and audit entry', async () => {
    const { id, meta } = await someone({ title: 'Analyst' });
    const { headers, body } = await acme.scim.patch(`/Users/${id}`, replace('displayName', 'Countess'));
    expect(body).toMatchObject({
      displayName: 'Countess',
      meta: { ...meta, version: 'W/"2"', lastModified: expect.any(String) },
    });
    expect(body.meta.lastModified > meta.lastModified).toBe(true);
    expect(headers.get('etag')).toBe('W/"2"');
    expect(headers.get('location')).toBe(meta.location);
    expect(await acme.row(id)).toMatchObject({ name: 'Countess', revision: 2 });
    expect((await acme.audit(id))[0]).toMatchObject({
      action: 'member.updated',
      actorId: acme.connectionId,
      details: { changed: ['displayName'], name: { to: 'Countess' } },
    });
  });

  it.each<[string, readonly object[]]>([
    ['adds a value that is there', [{ op: 'add', path: 'emails', value: [home] }]],
    ['replaces a value by itself', [{ op: 'replace', value: { title: 'Analyst' } }]],
    ['removes what is not there', [{ op: 'remove', path: 'nickName' }]],
    ['has no operation', []],
    [
      'comes back to where it began',
      [
        { op: 'replace', path: 'title', value: 'X' },
        { op: 'replace', path: 'title', value: 'Analyst' },
      ],
    ],
  ])('a PATCH that %s changes neither version nor lastModified, and is not audited', async (_, operations) => {
    const user = await someone({ title: 'Analyst', emails: [home] });
    const before = await acme.state();
    const { status, body } = await acme.scim.patch(`/Users/${user.id}`, patchOf(...operations));
    expect({ status, body }).toEqual({ status: 200, body: user });
    expect(await acme.state()).toEqual(before);
  });

  it('keeps name.formatted and the parts one name', async () => {
    const { id } = await someone({ name: { formatted: 'Ada Byron', givenName: 'Ada', familyName: 'Byron' } });
    const { body } = await acme.scim.patch(`/Users/${id}`, replace('name.familyName', 'Lovelace'));
    expect(body['name']).toEqual({ formatted: 'Ada Lovelace', givenName: 'Ada', familyName: 'Lovelace' });
  });

  it('loses none of twenty PATCHes at once', async () => {
    const { id } = await someone({});
    const values = Array.from({ length: 20 }, (_, index) => `+${index}`);
    const answers = await Promise.all(
      values.map((value) =>
        acme.scim.patch(`/Users/${id}`, patchOf({ op: 'add', path: 'phoneNumbers', value: [{ value }] })),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { body } = await acme.scim.get(`/Users/${id}`);
    expect(body['phoneNumbers']).toHaveLength(20);
    expect(body.meta.version).toBe('W/"21"');
  });
});
