import { aUser, ENTERPRISE, expectRefusal, RULEFORGE, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it('creates a person: answer, row and audit entry', async () => {
    const sent = aUser('ada', { externalId: 'hr-1', title: 'Analyst', [ENTERPRISE]: { department: 'Engines' } });
    const { status, headers, body } = await acme.scim.post('/Users', sent, { 'x-request-id': 'hire-ada' });

    const location = `${acme.scim.baseUrl}/Users/${body.id}`;
    expect(status).toBe(201);
    expect(body).toEqual({
      ...sent,
      schemas: expect.arrayContaining([USER, ENTERPRISE, RULEFORGE]),
      id: expect.stringMatching(UUID),
      [RULEFORGE]: { role: 'read_only', managedBy: acme.connectionId },
      meta: {
        resourceType: 'User',
        created: expect.stringMatching(DATE_TIME),
        lastModified: expect.stringMatching(DATE_TIME),
        location,
        version: 'W/"1"',
      },
    });
    expect(headers.get('location')).toBe(location);
    expect(headers.get('etag')).toBe('W/"1"');
    expect(await acme.row(body.id)).toMatchObject({
      user_name: 'ada@acme.test',
      external_id: 'hr-1',
      email: 'ada@acme.test',
      name: 'ada Lovelace',
      active: true,
      role: 'read_only',
      connection_id: acme.connectionId,
    });
    expect(await acme.audit(body.id)).toMatchObject([
      {
        action: 'member.provisioned',
        actorKind: 'connection',
        actorId: acme.connectionId,
        details: { userName: 'ada@acme.test', active: true, role: 'read_only' },
        requestId: expect.any(String),
      },
    ]);
  });

  it('gives lastModified the time of creation, and shows both again on the next read', async () => {
    const { id, meta } = await acme.addUser('bob');
    expect(meta).toMatchObject({ created: meta.lastModified });
    expect((await acme.scim.get(`/Users/${id}`)).body.meta).toEqual(meta);
  });

  it('ignores what is read-only: id, meta, groups, the role and who manages the person', async () => {
    const wish = {
      id: 'mine',
      meta: {
        resourceType: 'Group',
        created: '1999-01-01T00:00:00Z',
        version: 'W/"99"',
        location: 'http://evil.test/',
      },
      groups: [{ value: 'administrators' }],
      [RULEFORGE]: { role: 'administrator', managedBy: 'nobody' },
    };
    const body = await acme.addUser('eve', wish);
    expect(body.id).toMatch(UUID);
    expect(body.meta).toMatchObject({
      resourceType: 'User',
      version: 'W/"1"',
      location: expect.stringContaining(body.id),
    });
    expect(body).not.toHaveProperty('groups');
    expect(body[RULEFORGE]).toEqual({ role: 'read_only', managedBy: acme.connectionId });
    expect(await acme.row(body.id)).toMatchObject({ role: 'read_only', connection_id: acme.connectionId });
  });

  it('takes null, an empty list and an absent attribute for one state', async () => {
    const body = await acme.addUser('cleo', { title: null, phoneNumbers: [], nickName: '' });
    for (const name of ['title', 'phoneNumbers', 'nickName', 'displayName']) expect(body).not.toHaveProperty(name);
  });

  it('keeps a person inactive whom the directory creates inactive', async () => {
    const body = await acme.addUser('dormant', { active: false });
    expect(body).toMatchObject({ active: false });
    expect(await acme.row(body.id)).toMatchObject({ active: false });
  });

  it('makes a person active of whom the directory does not say', async () => {
    const { status, body } = await acme.scim.post('/Users', { schemas: [USER], userName: 'silent@acme.test' });
    expect({ status, body }).toMatchObject({ status: 201, body: { active: true } });
  });

  it('takes the names of attributes in any case, and answers with their own', async () => {
    const sent = {
      SCHEMAS: [USER],
      USERNAME: 'loud@acme.test',
      Name: { GIVENNAME: 'Loud' },
      eMails: [{ VALUE: 'loud@acme.test' }],
    };
    const { status, body } = await acme.scim.post('/Users', sent);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { userName: 'loud@acme.test', name: { givenName: 'Loud' }, emails: [{ value: 'loud@acme.test' }] },
    });
  });

  it('keeps what it is given as it was written, and one of two equal elements', async () => {
    const email = { value: 'Mixed.Case@ACME.Test', type: 'Work' };
    const phoneNumbers = [{ value: '(0)30 / 123', type: 'mobile' }];
    const body = await acme.addUser('mixed', { emails: [email, { ...email, type: 'WORK' }], phoneNumbers });
    expect(body['emails']).toHaveLength(1);
    expect(body).toMatchObject({ emails: [{ value: 'Mixed.Case@ACME.Test' }], phoneNumbers });
  });

  it("ignores the manager's displayName, which is not the client's to write, and keeps value and $ref", async () => {
    const manager = { value: 'm-1', $ref: '../Users/m-1' };
    const body = await acme.addUser('report', { [ENTERPRISE]: { manager: { ...manager, displayName: 'Boss' } } });
    expect(body[ENTERPRISE]).toEqual({ manager });
  });

  it('invents no externalId', async () => {
    expect(await acme.addUser('plain')).not.toHaveProperty('externalId');
  });

  it.each([
    ['no userName', { userName: undefined }],
    ['an empty userName', { userName: '' }],
    ['a blank userName', { userName: '   ' }],
    ['a userName that is no text', { userName: 7 }],
    ['a userName with an invisible character', { userName: 'a\u200Bda@acme.test' }],
    [
      'two primary addresses',
      {
        emails: [
          { value: 'a@b.test', primary: true },
          { value: 'c@d.test', primary: true },
        ],
      },
    ],
    ['a status that is neither true nor false', { active: 'maybe' }],
    ['a name that is no object', { name: 'Ada' }],
    ['an address with a blank', { emails: [{ value: 'ada lovelace@acme.test' }] }],
    ['addresses that are no objects', { emails: ['a@b.test'] }],
    ['a certificate that is no base64', { x509Certificates: [{ value: 'not base64!' }] }],
  ])('refuses %s and creates nobody', async (_, wrong) => {
    const before = await acme.state();
    expectRefusal(await acme.scim.post('/Users', aUser('wrong', wrong)), 400, 'invalidValue');
    expect(await acme.state()).toEqual(before);
  });

  it('keeps attributes that the product has no column for, and gives them back', async () => {
    const kept = {
      nickName: 'Countess',
      profileUrl: 'https://acme.test/people/ada',
      preferredLanguage: 'en-GB',
      locale: 'en-GB',
      timezone: 'Europe/London',
      userType: 'Employee',
      phoneNumbers: [{ value: 'tel:+44-20-7946-0000', type: 'work' }],
      ims: [{ value: 'ada', type: 'xmpp' }],
      photos: [{ value: 'https://acme.test/ada.png', type: 'photo' }],
      addresses: [{ streetAddress: '12 St James Square', country: 'GB', type: 'work' }],
      entitlements: [{ value: 'engine' }],
      roles: [{ value: 'Administrator' }],
      x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcN' }],
      [ENTERPRISE]: { employeeNumber: '1', costCenter: '2', organization: '3', division: '4', manager: { value: '5' } },
    };
    const { id } = await acme.addUser('kept', kept);
    expect((await acme.scim.get(`/Users/${id}`)).body).toMatchObject(kept);
  });
});
