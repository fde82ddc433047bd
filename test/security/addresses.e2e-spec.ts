import { randomUUID } from 'node:crypto';
import { ADAPTERS } from '../support/running-application.js';
import { send, sendBytes, type Wish } from './support/send.js';
import { patchOf, Target, VICTIM } from './support/target.js';

/** How else `/scim/v2/Users` can be written. Whatever comes of it: nobody, without a token. */
const SPELLINGS = [
  '/scim/v2/Users',
  '/scim/v2/Users/',
  '/scim/v2/%55sers',
  '/%73cim/v2/Users',
  '/scim%2fv2%2fUsers',
  '//scim/v2/Users',
  '/scim//v2//Users',
  '/scim/v2//Users',
  '/scim/v2/./Users',
  '/scim/./v2/Users',
  '/scim/v2/x/../Users',
  '/x/../scim/v2/Users',
  '/scim/v2/%2e%2e/v2/Users',
  '/SCIM/v2/users',
  '/Scim/V2/USERS',
  '/scim/v2/Users;a=b',
  '/scim;a=b/v2/Users',
  '/scim/v2/Users%2F',
  '/scim/v2/Users%00',
  '/scim/v2/Users%20',
  '/scim/v2/Users%0a',
  '/scim/v2/Users?',
  '/scim/v2/Users?a=/ServiceProviderConfig',
  '/scim/v2/Users/ServiceProviderConfig',
  '/scim/v2/ServiceProviderConfig/../Users',
  '/scim/v2/ServiceProviderConfig%2f..%2fUsers',
  '/scim/v2/Schemas/..%2fUsers',
  '/scim/v2\\Users',
  '/scim/v2/Users%5c',
  '/scim/v2/Users.json',
  '/scim/v2/Users%c0%af',
  '/scim/v2/%',
  '/scim/v2/Users/%zz',
  '/scim/v1/Users',
  '/health/live/../../scim/v2/Users',
];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Nobody's id, in many forms. */
const NO_IDS: readonly (readonly [name: string, id: string])[] = [
  ...[
    'not-a-uuid',
    '1',
    '0',
    '-1',
    'me',
    '@all',
    'null',
    'undefined',
    'victim@acme.test',
    'victim',
    '/',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e',
    "'%20OR%20'1'='1",
    '*',
    '00000000-0000-0000-0000-000000000000',
    '99999999999999999999999999',
    '%F0%9F%92%A9',
  ].map((id) => [id, id] as const),
  ['500 letters', 'x'.repeat(500)],
  ['600 letters', 'x'.repeat(600)],
  ['10 kB', 'x'.repeat(10_000)],
  ['3 000 letters that are encoded', '%61'.repeat(3_000)],
];

/** What cannot be decoded leads nowhere. */
const NO_ADDRESSES = ['/Users/%ff', '/Users/%', '/Users/%zz', '/%c0%af', '/Users/%ed%a0%80'];

describe.each(ADAPTERS)('a confusing address on %s', (adapter) => {
  let acme: Target;
  let globex: Target;
  beforeAll(async () => {
    acme = await Target.start(adapter);
    globex = await Target.in(acme.app);
  });
  afterAll(() => acme.stop());

  it.each(SPELLINGS)('lets nobody in without a token: %s', async (path) => {
    for (const method of METHODS) {
      const { status, text } = await send(acme.app.url, { method, path });
      expect([method, [400, 401, 404, 405].includes(status) || (method === 'OPTIONS' && status === 204)]).toEqual([
        method,
        true,
      ]);
      expect(text).not.toContain(VICTIM.userName);
    }
  });

  it.each(SPELLINGS)('leads with a token where the plain address does, or nowhere: %s', async (path) => {
    const { status, text } = await acme.send({ path: `/${path}` });
    expect([200, 400, 401, 404]).toContain(status);
    if (status === 200) expect(JSON.parse(text)).toMatchObject({ totalResults: 1, Resources: [VICTIM] });
  });

  it.each(['TRACE', 'PROPFIND', 'DELETE', 'PUT', 'PATCH'])(
    'answers %s on a collection with 405 or less',
    async (method) => {
      const { status, text } = await acme.send({ method, path: '/Users', body: method === 'TRACE' ? undefined : {} });
      expect([404, 405, 501]).toContain(status);
      expect(text).not.toContain(VICTIM.userName);
      if (method === 'DELETE' || method === 'PUT' || method === 'PATCH') {
        await acme.refuses({ method, path: '/Users', body: {} }, [405]);
        await acme.refuses({ method, path: '/ServiceProviderConfig', body: {} }, [405]);
        await acme.refuses({ method, path: '/Schemas/x', body: {} }, [405]);
      }
    },
  );

  it.each([
    ['/Me', 501],
    ['/Nowhere', 404],
    ['/Users/a/b', 404],
    ['/.search/a', 404],
  ])('is refused in the words of the protocol: %s', async (path, status) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const body = method === 'GET' ? undefined : {};
      await acme.refuses({ method, path, body }, [status]);
    }
  });

  it('has no method but the one on the first line', async () => {
    const { status } = await acme.send({
      path: `/Users/${acme.victim}?_method=DELETE`,
      headers: ['X-HTTP-Method-Override', 'DELETE', 'X-HTTP-Method', 'DELETE', 'X-Method-Override', 'DELETE'],
    });
    expect([status, (await acme.get(`/Users/${acme.victim}`)).status]).toEqual([200, 200]);
  });

  const requestsFor = (id: string): Wish[] => [
    { path: `/Users/${id}` },
    { path: `/Users/${id}?attributes=userName`, headers: ['If-None-Match', '*'] },
    { method: 'PUT', path: `/Users/${id}`, body: { userName: 'taken@acme.test' } },
    { method: 'PUT', path: `/Users/${id}`, body: VICTIM, headers: ['If-Match', 'W/"1"'] },
    { method: 'PATCH', path: `/Users/${id}`, body: patchOf({ op: 'replace', path: 'active', value: false }) },
    { method: 'PATCH', path: `/Users/${id}`, body: patchOf({ op: 'add', path: 'title', value: 'a' }) },
    { method: 'DELETE', path: `/Users/${id}` },
  ];

  it.each(NO_IDS)('is nobody: /Users/… with %s', async (_, id) => {
    await acme.refusesAll(requestsFor(id), [404]);
  });

  it.each(NO_ADDRESSES)('is refused in the words of the protocol when it cannot be decoded: %s', async (path) => {
    await acme.refuses({ path }, [404]);
    await acme.refuses({ method: 'DELETE', path }, [404]);
  });

  it('is nobody when somebody is written otherwise', async () => {
    const id = acme.victim;
    for (const other of [
      id.toUpperCase(),
      `{${id}}`,
      id.replaceAll('-', ''),
      `${id}%20`,
      `%20${id}`,
      `${id}%00`,
      `urn:uuid:${id}`,
    ]) {
      await acme.refusesAll(requestsFor(other), [404]);
    }
    expect(await acme.get(`/Users/%${id.charCodeAt(0).toString(16)}${id.slice(1)}`)).toMatchObject({ status: 200 });
  });

  it("answers for another organization's User exactly as for nobody", async () => {
    const nobody = randomUUID();
    const foreign = await acme.refusesAll(requestsFor(globex.victim), [404]);
    const unknown = await acme.refusesAll(requestsFor(nobody), [404]);
    const shown = ({ text, headers }: (typeof foreign)[number]) => {
      const own = ['date', 'x-request-id'];
      return [text, Object.entries(headers).filter(([name]) => !own.includes(name))];
    };
    expect(foreign.map(shown)).toEqual(unknown.map(shown));
  });

  it.each(['id', 'externalId', 'userName', 'emails.value', 'displayName'])(
    "finds nothing of another organization's by %s",
    async (attribute) => {
      await globex.patch(globex.victim, {
        op: 'replace',
        value: { externalId: 'g', userName: 'g@globex.test', displayName: 'g', emails: [{ value: 'g@globex.test' }] },
      });
      const wanted =
        attribute === 'id'
          ? globex.victim
          : attribute.startsWith('e') && attribute !== 'externalId'
            ? 'g@globex.test'
            : attribute === 'userName'
              ? 'g@globex.test'
              : 'g';
      expect(await globex.found(`${attribute} eq "${wanted}"`)).toEqual([globex.victim]);
      expect(await acme.found(`${attribute} eq "${wanted}"`)).toEqual([]);
      expect(await acme.found(`title pr or not (${attribute} eq "nobody")`)).toEqual([acme.victim]);
    },
  );

  it('takes its tenant from the token alone', async () => {
    const { organizationId } = globex.organization;
    const headers = ['X-Org-Id', organizationId, 'X-Tenant', organizationId, 'X-Organization', organizationId];
    const path = `/Users?organizationId=${organizationId}&tenant=${organizationId}`;
    expect((await acme.get(path, headers)).body.Resources).toMatchObject([{ id: acme.victim }]);
    const inPath = { path: `/${new URL(globex.organization.scim.baseUrl).pathname}/Users` };
    await acme.refuses(inPath, [401]);
    await acme.refuses({ path: `//scim/${'0'.repeat(24)}/v2/Users` }, [401]);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'a@evil.example'])(
    'gives out its own address, whatever Host says: %s',
    async (host) => {
      const headers = ['Host', host, 'X-Forwarded-Host', 'evil.example', 'Forwarded', 'host=evil.example'];
      const userName = 'guest@acme.test';
      const created = await acme.send({ method: 'POST', path: '/Users', headers, body: { userName } });
      const listed = await acme.get('/Users', headers);
      for (const told of [JSON.stringify(created.headers) + created.text, listed.text])
        expect(told).not.toContain('evil');
      expect(created.headers.location).toBe(`${acme.organization.scim.baseUrl}/Users/${String(created.body.id)}`);
      await acme.delete(created.body.id);
    },
  );

  it('believes no two lengths and no odd encoding of a body', async () => {
    const head = `POST /scim/v2/Users HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${acme.organization.scim.token}\r\nContent-Type: application/scim+json\r\n`;
    const body = '{"userName":"smuggled@acme.test"}';
    for (const framing of [
      `Content-Length: 5\r\nContent-Length: ${body.length}\r\n`,
      `Content-Length: ${body.length}\r\nTransfer-Encoding: chunked\r\n`,
      'Transfer-Encoding: xchunked\r\n',
      `Content-Length : ${body.length}\r\n`,
      'Content-Length: 0x10\r\n',
    ]) {
      expect(await sendBytes(acme.app.url, `${head}${framing}\r\n${body}`)).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(await acme.found('userName eq "smuggled@acme.test"')).toEqual([]);
  });

  it('says nothing of how it is built', async () => {
    for (const path of ['/Users', '/Nowhere', '/Users/x']) {
      const { headers } = await acme.get(path);
      if (adapter === 'fastify') expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
