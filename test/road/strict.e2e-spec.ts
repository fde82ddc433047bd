import { aGroup, aUser, ENTERPRISE, expectRefusal, patchOf, replace, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Answer, ScimClient } from './support/scim-client.js';

const CONFIG_EXTENSION = 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:ServiceProviderConfig';

type Ask = (scim: ScimClient, user: string, group: string) => Promise<Answer>;

const patchUser =
  (...operations: object[]): Ask =>
  (scim, user) =>
    scim.patch(`/Users/${user}`, patchOf(...operations));
const patchGroup =
  (body: object): Ask =>
  (scim, _, group) =>
    scim.patch(`/Groups/${group}`, body);
const post =
  (more: object): Ask =>
  (scim) =>
    scim.post('/Users', { ...aUser('grace'), ...more });
const list =
  (filter: string): Ask =>
  (scim) =>
    scim.list({ filter });

onEachAdapter((road) => {
  let acme: Organization;
  let user: string;
  let group: string;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const ada = await acme.addUser('ada', { title: 'Analyst' });
    user = ada.id;
    group = (await acme.addGroup('Engineers', [ada])).id;
    await acme.setConnection('strict = true');
  });

  it.each<[string, string, string, Ask]>([
    ['an unknown attribute', 'unknown-attribute', 'invalidSyntax', post({ shoeSize: 44 })],
    ['an unknown sub-attribute', 'unknown-attribute', 'invalidSyntax', post({ name: { nick: 'A' } })],
    [
      'an unknown attribute of a Group',
      'unknown-attribute',
      'invalidSyntax',
      (scim) => scim.post('/Groups', { ...aGroup('Others'), colour: 'red' }),
    ],
    [
      'an unknown attribute in a path',
      'unknown-attribute',
      'invalidPath',
      patchUser({ op: 'replace', path: `${USER}:shoeSize`, value: 44 }),
    ],
    ['an unknown schema', 'unknown-schema', 'invalidSyntax', post({ schemas: [USER, 'urn:scim:schemas:core:1.0'] })],
    ['an unknown extension', 'unknown-schema', 'invalidSyntax', post({ 'urn:x:y:2.0:User': { colour: 'red' } })],
    ['a body without schemas', 'missing-schemas', 'invalidValue', post({ schemas: undefined })],
    ['a password', 'password-ignored', 'invalidSyntax', post({ password: 't1meMa$heen' })],
    ['a boolean as text', 'boolean-as-text', 'invalidValue', post({ active: 'True' })],
    ['a boolean as text in a filter', 'boolean-as-text', 'invalidFilter', list('active eq "True"')],
    ['a number for a text', 'number-as-text', 'invalidValue', post({ title: 7 })],
    ['an object for a list', 'object-for-array', 'invalidValue', post({ emails: { value: 'g@acme.test' } })],
    ['a list for an object', 'array-for-object', 'invalidValue', post({ name: [{ familyName: 'Hopper' }] })],
    ['JSON in a text', 'json-in-text', 'invalidValue', post({ roles: [{ value: '{"value":"Admin"}' }] })],
    ['a manager as text', 'manager-shape', 'invalidValue', post({ [ENTERPRISE]: { manager: '26' } })],
    ['a dotted key', 'path-less-dotted-key', 'invalidSyntax', post({ 'name.familyName': 'Hopper' })],
    ['an extension’s attribute alone', 'unqualified-extension-attribute', 'invalidSyntax', post({ department: 'R' })],
    ['the same in a filter', 'unqualified-extension-attribute', 'invalidFilter', list('department eq "R"')],
    [
      'the same in a path',
      'unqualified-extension-attribute',
      'invalidPath',
      patchUser({ op: 'add', path: 'department', value: 'R' }),
    ],
    [
      'an operation without a path',
      'path-less-patch',
      'invalidSyntax',
      patchUser({ op: 'add', value: { title: 'T' } }),
    ],
    [
      'the same on a Group',
      'path-less-patch',
      'invalidSyntax',
      patchGroup(patchOf({ op: 'replace', value: { displayName: 'Others' } })),
    ],
    ['an op in capitals', 'op-case', 'invalidSyntax', patchUser({ op: 'Replace', path: 'title', value: 'T' })],
    ['no operations', 'empty-operations', 'invalidSyntax', patchUser()],
    [
      'an element that is not there',
      'created-missing-element',
      'noTarget',
      patchUser({ op: 'replace', path: 'phoneNumbers[type eq "fax"].value', value: '1' }),
    ],
    [
      'a removal with a value',
      'remove-with-value',
      'invalidSyntax',
      (scim, id, of) => patchGroup(patchOf({ op: 'remove', path: 'members', value: [{ value: id }] }))(scim, id, of),
    ],
    [
      'a read-only attribute in a PATCH',
      'read-only-attribute',
      'mutability',
      patchUser({ op: 'add', path: 'schemas', value: [ENTERPRISE] }),
    ],
    [
      'the PATCH of SCIM 1.1',
      'scim-1-members',
      'invalidSyntax',
      patchGroup({ schemas: ['urn:scim:schemas:core:1.0'], members: [] }),
    ],
  ])('refuses %s, leaves everything as it is, and names it', async (_, leniency, scimType, ask) => {
    const before = await acme.state();
    const answer = await ask(acme.scim, user, group);
    expectRefusal(answer, 400, scimType);
    expect(answer.body['detail']).toMatch(`refuses ${leniency}.`);
    expect(await acme.state()).toEqual(before);
    const [entry] = await acme.activity();
    expect(entry).toMatchObject({ status: 400, scim_type: scimType, leniencies: expect.arrayContaining([leniency]) });
  });

  it.each<[string, number, Ask]>([
    ['names in any case', 201, (scim) => scim.post('/Users', aUser('case', { TITLE: 'T', NickName: 'C' }))],
    [
      'read-only attributes in a POST',
      201,
      (scim) => scim.post('/Users', aUser('meta', { id: 'x', meta: { version: 'y' }, groups: [] })),
    ],
    ['null and empty lists', 201, (scim) => scim.post('/Users', aUser('null', { title: null, phoneNumbers: [] }))],
    ['a PATCH with paths', 200, (scim, id) => scim.patch(`/Users/${id}`, replace('title', 'Countess'))],
    [
      'an element chosen by a filter',
      200,
      (scim, id) => scim.patch(`/Users/${id}`, replace('emails[type eq "work"].display', 'Work')),
    ],
    [
      'the removal of a member',
      200,
      (scim, id, of) => patchGroup(patchOf({ op: 'remove', path: `members[value eq "${id}"]` }))(scim, id, of),
    ],
    ['a filter on an extension', 200, (scim) => scim.list({ filter: `${ENTERPRISE}:department eq "R"` })],
  ])('takes %s as the RFC has it', async (_, status, ask) => {
    expect(await ask(acme.scim, user, group)).toMatchObject({ status });
  });

  it('refuses the operations of a Bulk request one by one', async () => {
    const name = (text: string) => ({ path: '/Users', bulkId: text, data: aUser(`bulk-${text}`) });
    const { status, body } = await acme.scim.post('/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [
        { method: 'post', ...name('method') },
        { method: 'POST', ...name('fine') },
        { method: 'POST', ...name('typo'), data: aUser('bulk-typo', { shoeSize: 44 }) },
      ],
    });
    const refused = (bulkId: string, detail: string) => ({
      bulkId,
      status: '400',
      response: { scimType: 'invalidSyntax', detail: expect.stringContaining(detail) },
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        Operations: [
          refused('method', 'refuses method-case.'),
          { bulkId: 'fine', status: '201' },
          refused('typo', 'refuses unknown-attribute.'),
        ],
      },
    });
    const entries = (await acme.activity()).slice(0, 4);
    expect(entries.map(({ leniencies }) => leniencies)).toEqual(
      expect.arrayContaining([['method-case'], ['unknown-attribute']]),
    );
  });

  it('says so at its own base URL, with what to send instead, and nowhere else', async () => {
    const other = await road.anOrganization();
    const { body } = await acme.scim.get('/ServiceProviderConfig');
    expect(body['schemas']).toContain(CONFIG_EXTENSION);
    expect(body[CONFIG_EXTENSION]).toEqual({
      strict: true,
      refuses: expect.arrayContaining([{ name: 'path-less-patch', instead: 'Give every operation a path.' }]),
    });
    const { text } = await other.scim.get('/ServiceProviderConfig');
    expect(text).not.toContain('strict');
  });

  it('is lenient again on the next request', async () => {
    const undecided = await road.anOrganization();
    const typo = () => undecided.scim.post('/Users', aUser('typo', { shoeSize: 44 }));
    await undecided.setConnection('strict = true');
    expectRefusal(await typo(), 400, 'invalidSyntax');
    await undecided.setConnection('strict = false');
    expect(await typo()).toMatchObject({ status: 201 });
    expect((await undecided.scim.get('/ServiceProviderConfig')).text).not.toContain('strict');
  });
});
