import { ENTERPRISE, expectRefusal, LIST_RESPONSE, RULEFORGE, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import {
  ADD_WITHOUT_PATH,
  ENTERPRISE_USER,
  FULL_USER,
  POST_BJENSEN,
  PUT_BJENSEN,
  REMOVE_WORK_ADDRESS,
  REPLACE_STREET,
  REPLACE_WITHOUT_PATH,
  REPLACE_WORK_ADDRESS,
  UNWRITTEN,
} from './support/rfc-bodies.js';
import { onEachAdapter } from './support/road.js';

/** RFC 7644 §3.4.2.2, figure 2 */
const FILTERS: readonly (readonly [filter: string, matchesTheFullUser: boolean])[] = [
  ['userName eq "bjensen"', false],
  [`name.familyName co "O'Malley"`, false],
  ['userName sw "J"', false],
  [`${USER}:userName sw "J"`, false],
  ['title pr', true],
  ['meta.lastModified gt "2011-05-13T04:42:34Z"', true],
  ['meta.lastModified ge "2011-05-13T04:42:34Z"', true],
  ['meta.lastModified lt "2011-05-13T04:42:34Z"', false],
  ['meta.lastModified le "2011-05-13T04:42:34Z"', false],
  ['title pr and userType eq "Employee"', true],
  ['title pr or userType eq "Intern"', true],
  [`schemas eq "${ENTERPRISE}"`, false],
  ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', true],
  ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', false],
  ['userType eq "Employee" and (emails.type eq "work")', true],
  ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', true],
  ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', true],
  // §3.4.2.2, on case
  ['userName Eq "bjensen@example.com"', true],
  ['Username eq "bjensen@example.com"', true],
];

onEachAdapter((road) => {
  let acme: Organization;
  beforeEach(async () => {
    acme = await road.anOrganization();
  });

  const post = async (body: object) => (await acme.scim.post('/Users', body)).body;

  it('RFC 7644 §3.3: creates bjensen', async () => {
    const { status, headers, body } = await acme.scim.post('/Users', POST_BJENSEN);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...POST_BJENSEN, schemas: [USER, RULEFORGE] });
    expect(body.meta).toMatchObject({
      resourceType: 'User',
      location: headers.get('location'),
      version: headers.get('etag'),
    });
  });

  it('RFC 7644 §3.3: refuses to create bjensen twice', async () => {
    await post(POST_BJENSEN);
    expectRefusal(await acme.scim.post('/Users', POST_BJENSEN), 409, 'uniqueness');
  });

  it('RFC 7644 §3.4.2: lists every userName', async () => {
    const [one, two] = [await post(POST_BJENSEN), await post({ schemas: [USER], userName: 'jsmith' })];
    const { body } = await acme.scim.get('/Users?attributes=userName');
    expect(body).toMatchObject({ schemas: [LIST_RESPONSE], totalResults: 2 });
    expect(body.Resources).toEqual([
      { schemas: [USER, RULEFORGE], id: one.id, userName: 'bjensen' },
      { schemas: [USER, RULEFORGE], id: two.id, userName: 'jsmith' },
    ]);
  });

  it.each(FILTERS)('RFC 7644 §3.4.2.2: filters by %s', async (filter, matches) => {
    const { id } = await post(FULL_USER);
    const { status, body } = await acme.scim.list({ filter });
    expect({ status, ids: body.Resources.map((user) => user.id) }).toEqual({ status: 200, ids: matches ? [id] : [] });
  });

  it('RFC 7644 §3.4.2.4: asks for the first ten', async () => {
    await post(POST_BJENSEN);
    const { body } = await acme.scim.get('/Users?startIndex=1&count=10');
    expect(body).toMatchObject({ totalResults: 1, itemsPerPage: 1, startIndex: 1, schemas: [LIST_RESPONSE] });
  });

  it('RFC 7644 §3.5.1: replaces bjensen', async () => {
    const { id, meta } = await post(POST_BJENSEN);
    const { status, body } = await acme.scim.put(`/Users/${id}`, PUT_BJENSEN, { 'if-match': meta.version });
    const { roles, id: ignored, schemas, ...shown } = PUT_BJENSEN;
    expect({ status, body }).toMatchObject({ status: 200, body: { ...shown, id, schemas: [...schemas, RULEFORGE] } });
    expect(body).not.toHaveProperty('roles', roles);
    expect(body.id).not.toBe(ignored);
    expect(body.meta).toMatchObject({ location: meta.location, version: 'W/"2"' });
  });

  it('RFC 7644 §3.5.2.1: adds an address and a nickName without path', async () => {
    const { id, meta } = await post({ ...POST_BJENSEN, emails: [{ value: 'bjensen@example.com', type: 'work' }] });
    const { status, body } = await acme.scim.patch(`/Users/${id}`, ADD_WITHOUT_PATH, { 'if-match': meta.version });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        nickName: 'Babs',
        emails: [
          { value: 'bjensen@example.com', type: 'work' },
          { value: 'babs@jensen.org', type: 'home' },
        ],
      },
    });
  });

  it('RFC 7644 §3.5.2.2: removes the work address', async () => {
    const { id } = await post(FULL_USER);
    const { body } = await acme.scim.patch(`/Users/${id}`, REMOVE_WORK_ADDRESS);
    expect(body['emails']).toEqual([{ value: 'babs@jensen.org', type: 'home' }]);
  });

  it('RFC 7644 §3.5.2.3: replaces the work address, which alone is primary', async () => {
    const [work, home] = FULL_USER.addresses;
    const { id } = await post({
      ...FULL_USER,
      addresses: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    });
    const { body } = await acme.scim.patch(`/Users/${id}`, REPLACE_WORK_ADDRESS);
    expect(body['addresses']).toEqual([REPLACE_WORK_ADDRESS.Operations[0]!.value, { ...home, primary: false }]);
  });

  it('RFC 7644 §3.5.2.3: replaces the street of the work address', async () => {
    const { id } = await post(FULL_USER);
    const { body } = await acme.scim.patch(`/Users/${id}`, REPLACE_STREET);
    const [work, home] = FULL_USER.addresses;
    expect(body['addresses']).toEqual([{ ...work, streetAddress: '1010 Broadway Ave' }, home]);
  });

  it('RFC 7644 §3.5.2.3: replaces all values of some attributes, and leaves the others', async () => {
    const { id } = await post({
      ...FULL_USER,
      nickName: 'Barb',
      emails: [{ value: 'old@example.com', type: 'other' }],
    });
    const { body } = await acme.scim.patch(`/Users/${id}`, REPLACE_WITHOUT_PATH);
    expect(body).toMatchObject({ ...FULL_USER, schemas: [USER, RULEFORGE] });
  });

  it('RFC 7644 §3.6: deletes bjensen', async () => {
    const { id, meta } = await post(POST_BJENSEN);
    expect((await acme.scim.delete(`/Users/${id}`, { 'if-match': meta.version })).status).toBe(204);
    expectRefusal(await acme.scim.get(`/Users/${id}`), 404);
    expect((await acme.scim.post('/Users', POST_BJENSEN)).status).toBe(201);
  });

  it('RFC 7644 §3.9: reads the userName alone', async () => {
    const { id } = await post(POST_BJENSEN);
    const { body } = await acme.scim.get(`/Users/${id}?attributes=userName`);
    expect(body).toEqual({ schemas: [USER, RULEFORGE], id, userName: 'bjensen' });
  });

  it('RFC 7644 §3.14: reads only what has changed', async () => {
    const { id, meta } = await post(POST_BJENSEN);
    const { status } = await acme.scim.get(`/Users/${id}?attributes=displayName`, { 'if-none-match': meta.version });
    expect(status).toBe(304);
  });

  it.each([
    ['§8.1, the minimal User', { schemas: [USER], userName: 'bjensen@example.com' }],
    ['§8.2, the full User', FULL_USER],
    ['§8.3, the Enterprise User', ENTERPRISE_USER],
  ])('RFC 7643 %s: is created, given back whole, and put back unchanged', async (_, user) => {
    const { status, body } = await acme.scim.post('/Users', { ...user, ...UNWRITTEN });
    expect({ status, body }).toMatchObject({ status: 201, body: { ...user, schemas: [...user.schemas, RULEFORGE] } });
    for (const name of Object.keys(UNWRITTEN)) expect(body).not.toHaveProperty(name);
    expect((await acme.scim.put(`/Users/${body.id}`, body)).body).toEqual(body);
  });
});
