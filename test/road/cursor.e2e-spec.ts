import { ScimClient, type Document } from './support/scim-client.js';
import { expectRefusal } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

type Parameters = Readonly<Record<string, string>>;

const pathOf = (endpoint: string, parameters: Parameters) =>
  `${endpoint}?${new URLSearchParams(parameters).toString()}`;
const cursorIn = (body: Document) => body['nextCursor'] as string | undefined;

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const users = [];
    for (const name of ['eve', 'bob', 'Ada', 'cyd', 'dan', 'fay', 'gus'])
      users.push(await acme.addUser(name, name < 'e' ? { title: 'Analyst' } : {}));
    for (const name of ['Zoo', 'Crew', 'bakers', 'Apes']) await acme.addGroup(name, users);
  });

  const firstCursor = async (endpoint: string, parameters: Parameters, scim = acme.scim) =>
    cursorIn((await scim.get(pathOf(endpoint, { count: '2', ...parameters, cursor: '' }))).body)!;
  const get = (endpoint: string, parameters: Parameters, scim = acme.scim) => scim.get(pathOf(endpoint, parameters));

  it('gives no cursor to who pages by index, nor where no page was asked for', async () => {
    for (const endpoint of ['/Users', '/Groups', '/']) {
      expect((await get(endpoint, { count: '2' })).body).not.toHaveProperty('nextCursor');
      const { status, body } = await get(endpoint, { count: '0', cursor: '' });
      expect({ status, cursor: cursorIn(body), resources: body.Resources }).toEqual({
        status: 200,
        cursor: undefined,
        resources: [],
      });
      expect(body.totalResults).toBe((await get(endpoint, {})).body.totalResults);
    }
  });

  it('takes a cursor without a value for an empty one, and 100 for no count', async () => {
    const { status, body } = await acme.scim.get('/Users?cursor');
    expect({ status, total: body.totalResults, here: body.Resources.length }).toEqual({
      status: 200,
      total: 7,
      here: 7,
    });
    const large = await road.anOrganization();
    await large.addCrowd(101);
    const { body: first } = await get('/Users', { cursor: '' }, large.scim);
    expect(first.Resources).toHaveLength(100);
    expect((await get('/Users', { cursor: cursorIn(first)!, count: '100' }, large.scim)).body.Resources).toHaveLength(
      1,
    );
  });

  it('makes cursors of unreserved characters in which nobody reads', async () => {
    const cursor = await firstCursor('/Users', { sortBy: 'userName' });
    expect(cursor).toMatch(/^[\w.~-]+$/);
    for (const bytes of [cursor, Buffer.from(cursor.replace(/^.*\./, ''), 'base64url').toString('latin1')])
      expect(bytes).not.toMatch(/bob|acme/);
    expect(await firstCursor('/Users', { sortBy: 'userName' })).not.toBe(cursor);
  });

  it('takes the same query in another spelling, and another projection', async () => {
    const cursor = await firstCursor('/Users', { filter: 'userName ne "BOB@acme.test"', sortBy: 'name.givenName' });
    const same = { filter: 'USERNAME NE "bob@ACME.test"', sortBy: 'NAME.GIVENNAME', sortOrder: 'Ascending' };
    expect((await get('/Users', { ...same, cursor, count: '2', attributes: 'userName' })).status).toBe(200);
  });

  it.each<[string, string, Parameters]>([
    ['another filter', '/Users', { filter: 'title pr', sortBy: 'userName' }],
    ['no filter', '/Users', { sortBy: 'userName' }],
    ['another sort', '/Users', { filter: 'id pr', sortBy: 'title' }],
    ['no sort', '/Users', { filter: 'id pr' }],
    ['another order', '/Users', { filter: 'id pr', sortBy: 'userName', sortOrder: 'descending' }],
    ['another endpoint', '/Groups', { filter: 'id pr' }],
    ['the root', '/', { filter: 'id pr', sortBy: 'userName' }],
  ])('leads through no other list: %s', async (_, endpoint, parameters) => {
    const cursor = await firstCursor('/Users', { filter: 'id pr', sortBy: 'userName' });
    expectRefusal(await get(endpoint, { ...parameters, cursor, count: '2' }), 400, 'invalidCursor');
  });

  it('is nobody else’s: not another organization’s, not another connection’s', async () => {
    const cursor = await firstCursor('/Users', {});
    const stranger = (await road.anOrganization()).scim;
    for (const scim of [stranger, await acme.addConnection()])
      expectRefusal(await get('/Users', { cursor, count: '2' }, scim), 400, 'invalidCursor');
    expectRefusal(await get('/Users', { cursor, count: '2' }, new ScimClient(acme.scim.baseUrl)), 401);
  });

  it('goes on with another token of the connection, and with none that was revoked', async () => {
    const { id, token } = await acme.issueToken({ access: 'read' });
    const scim = new ScimClient(acme.scim.baseUrl, token);
    const cursor = await firstCursor('/Users', {}, scim);
    expect((await get('/Users', { cursor, count: '2' })).status).toBe(200);
    await acme.revokeToken(id);
    expectRefusal(await get('/Users', { cursor, count: '2' }, scim), 401);
  });

  it('detects a forged cursor, whatever was changed', async () => {
    const cursor = await firstCursor('/Users', { sortBy: 'userName' });
    const forged = Array.from(cursor, (character, index) => {
      const other = character === 'A' ? 'B' : character === '.' ? '~' : /\d/.test(character) ? 'z' : 'A';
      return cursor.slice(0, index) + other + cursor.slice(index + 1);
    });
    const others = [
      '1',
      '.',
      '1.',
      `9${cursor}`,
      `${cursor}A`,
      cursor.slice(0, -1),
      `${cursor}=`,
      '1.AAAA',
      'null',
      ' ',
    ];
    for (const wrong of [...forged, ...others])
      expectRefusal(await get('/Users', { sortBy: 'userName', cursor: wrong, count: '2' }), 400, 'invalidCursor');
    expectRefusal(
      await acme.scim.get(`/Users?sortBy=userName&cursor=${cursor}&cursor=${cursor}`),
      400,
      'invalidCursor',
    );
  });

  it.each<[Parameters, string]>([
    [{ count: '1001' }, 'invalidCount'],
    [{ count: 'all' }, 'invalidCount'],
    [{ count: '1.5' }, 'invalidCount'],
    [{ startIndex: '1' }, 'invalidValue'],
    [{ startIndex: '3', count: '2' }, 'invalidValue'],
  ])('refuses a cursor with %j', async (parameters, scimType) => {
    for (const endpoint of ['/Users', '/Groups', '/'])
      expectRefusal(await get(endpoint, { ...parameters, cursor: '' }), 400, scimType);
  });

  it('wants the count of the first page on every page, and takes one below 0 for 0', async () => {
    const cursor = await firstCursor('/Users', {});
    expectRefusal(await get('/Users', { cursor, count: '3' }), 400, 'invalidCount');
    expectRefusal(await get('/Users', { cursor }), 400, 'invalidCount');
    expect((await get('/Users', { cursor: '', count: '-3' })).body.Resources).toEqual([]);
  });

  it('expires an hour after its page, as ServiceProviderConfig says', async () => {
    const { body } = await acme.scim.get('/ServiceProviderConfig');
    expect(body['pagination']).toMatchObject({ cursor: true, cursorTimeout: 3_600 });
    const cursor = async (secondsAgo: number) => {
      const { now } = Date;
      Date.now = () => now() - secondsAgo * 1_000;
      return firstCursor('/Users', {}).finally(() => (Date.now = now));
    };
    expect((await get('/Users', { cursor: await cursor(3_590), count: '2' })).status).toBe(200);
    expectRefusal(await get('/Users', { cursor: await cursor(3_601), count: '2' }), 400, 'expiredCursor');
  });

  it('outlives a new key, which every process knows at once, and ends with the one that sealed it', async () => {
    const cursor = await firstCursor('/Users', {});
    await acme.query('INSERT INTO scim_cursor_keys DEFAULT VALUES');
    expect((await get('/Users', { cursor, count: '2' })).status).toBe(200);
    const unknown = `${Number(cursor.split('.')[0]) + 1}.${cursor.split('.')[1]}`;
    expectRefusal(await get('/Users', { cursor: unknown, count: '2' }), 400, 'invalidCursor');
    const sealedAnew = await firstCursor('/Users', {});
    expect(sealedAnew.split('.')[0]).toBe(unknown.split('.')[0]);
    await acme.query('DELETE FROM scim_cursor_keys WHERE id < $1', [Number(sealedAnew.split('.')[0])]);
    expect((await get('/Users', { cursor: sealedAnew, count: '2' })).status).toBe(200);
    await get('/Users', { cursor: `999.${cursor.split('.')[1]}`, count: '2' });
    expectRefusal(await get('/Users', { cursor, count: '2' }), 400, 'invalidCursor');
  });
});
