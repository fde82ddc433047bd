import { aUser, expectRefusal, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let user: Document;
  let made = 0;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });
  beforeEach(async () => {
    user = await acme.addUser(`person-${++made}`);
  });

  const writes = [
    ['PUT', (tag: string) => acme.scim.put(`/Users/${user.id}`, aUser(`renamed-${made}`), { 'if-match': tag })],
    ['PATCH', (tag: string) => acme.scim.patch(`/Users/${user.id}`, replace('title', 'T'), { 'if-match': tag })],
    ['DELETE', (tag: string) => acme.scim.delete(`/Users/${user.id}`, { 'if-match': tag })],
  ] as const;

  it.each(writes)('refuses a %s of another version with 412, and changes nothing', async (_, write) => {
    await acme.scim.patch(`/Users/${user.id}`, replace('title', 'Meanwhile'));
    const before = await acme.state();
    for (const tag of ['W/"1"', '"1"', 'W/"3"', 'garbage']) expectRefusal(await write(tag), 412);
    expect(await acme.state()).toEqual(before);
  });

  it.each(writes)('lets a %s of the present version pass', async (_, write) => {
    expect((await write('W/"7", W/"1"')).status).toBeLessThan(300);
  });

  it.each(writes)('lets a %s of any version pass', async (_, write) => {
    expect((await write('*')).status).toBeLessThan(300);
  });

  it('lets one of two writers of the same version win', async () => {
    const write = (title: string) =>
      acme.scim.patch(`/Users/${user.id}`, replace('title', title), { 'if-match': user.meta.version });
    const answers = await Promise.all(['A', 'B', 'C'].map(write));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('gives each change a new version, in the header as in meta', async () => {
    const versions = [user.meta.version];
    for (const title of ['A', 'B']) {
      const { headers, body } = await acme.scim.patch(`/Users/${user.id}`, replace('title', title));
      expect(headers.get('etag')).toBe(body.meta.version);
      versions.push(body.meta.version);
    }
    expect(versions).toEqual(['W/"1"', 'W/"2"', 'W/"3"']);
  });

  it('answers 304 without a body while the version is known', async () => {
    const read = (tag: string) => acme.scim.get(`/Users/${user.id}?attributes=displayName`, { 'if-none-match': tag });
    for (const tag of [user.meta.version, '"1"', '*', 'W/"0", W/"1"']) {
      const { status, text, headers } = await read(tag);
      expect({ status, text, etag: headers.get('etag') }).toEqual({ status: 304, text: '', etag: user.meta.version });
    }
    expect((await read('W/"2"')).status).toBe(200);
    await acme.scim.patch(`/Users/${user.id}`, replace('title', 'T'));
    expect((await read(user.meta.version)).status).toBe(200);
  });
});
