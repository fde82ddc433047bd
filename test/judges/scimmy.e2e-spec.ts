import SCIMMY from 'scimmy';
import { aGroup, ENTERPRISE, GROUP, RULEFORGE, USER } from '../road/support/documents.js';
import type { Organization } from '../road/support/organization.js';
import { onEachAdapter } from '../road/support/road.js';
import type { Document } from '../road/support/scim-client.js';
import { characteristicsOf, type DescribedSchema } from './support/characteristics.js';

const { Messages, Schemas, Types } = SCIMMY;
Schemas.User.definition.extend(Schemas.EnterpriseUser.definition);

const ADA = {
  schemas: [USER, ENTERPRISE],
  userName: 'ada@x.test',
  externalId: 'e-1',
  name: { givenName: 'Ada', familyName: 'Lovelace', honorificPrefix: 'Lady' },
  displayName: 'Ada',
  profileUrl: 'https://x.test/ada',
  locale: 'en-GB',
  active: true,
  emails: [{ value: 'ada@x.test', type: 'work', primary: true }],
  phoneNumbers: [{ value: '+44 1', type: 'mobile' }],
  addresses: [{ formatted: '12 St James’s Square', country: 'GB', type: 'work' }],
  photos: [{ value: 'https://x.test/ada.png', type: 'photo' }],
  roles: [{ value: 'countess' }],
  x509Certificates: [{ value: 'QUJD' }],
  [ENTERPRISE]: { employeeNumber: '1', department: 'Engines', manager: { value: 'cb' } },
};

/** What SCIMMY keeps of a message that it was given. */
const kept = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

/** What SCIMMY says when it is given an error: it throws what it was told. */
function told(error: Document): unknown {
  try {
    return new Messages.ErrorResponse(error as never);
  } catch (thrown) {
    return thrown;
  }
}

onEachAdapter((road) => {
  let acme: Organization;
  let ada: Document;
  let group: Document;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const { body } = await acme.scim.post('/Users', ADA);
    group = await acme.addGroup('Engineers', [body]);
    ada = (await acme.scim.get(`/Users/${body.id}`)).body;
  });
  const read = async (path: string) => (await acme.scim.get(path)).body;

  it('takes our Users, with the extension for enterprises, to the last attribute', () => {
    const { [RULEFORGE]: own, ...known } = ada;
    const schemas = (ada['schemas'] as string[]).filter((urn) => urn !== RULEFORGE);
    expect(own).toBeDefined();
    expect(kept(new Schemas.User({ ...known, schemas }, 'out'))).toEqual({ ...known, schemas });
  });

  it('takes our Groups, to the last attribute', () => {
    expect(kept(new Schemas.Group(group, 'out'))).toEqual(group);
  });

  it.each(['/Users', '/Groups', '/Users?startIndex=2&count=1', '/ResourceTypes', '/Schemas', '?count=1'])(
    'takes the list at %s',
    async (path) => {
      const body = await read(path);
      expect(kept(new Messages.ListResponse(body as never))).toEqual(body);
    },
  );

  it('takes our ServiceProviderConfig, but for pagination and for the primary scheme', async () => {
    const { pagination, ...config } = await read('/ServiceProviderConfig');
    const [scheme, ...none] = config['authenticationSchemes'] as Readonly<Record<string, unknown>>[];
    expect([pagination === undefined, scheme?.['primary'], none]).toEqual([false, true, []]);
    const known = { ...scheme, primary: undefined };
    expect(kept(new Schemas.ServiceProviderConfig(config, acme.scim.baseUrl))).toEqual({
      ...config,
      authenticationSchemes: [known],
      meta: { resourceType: 'ServiceProviderConfig', location: acme.scim.baseUrl },
    });
  });

  it('takes our ResourceTypes', async () => {
    const { Resources } = await read('/ResourceTypes');
    for (const each of Resources)
      expect(kept(new Schemas.ResourceType(each, `${acme.scim.baseUrl}/ResourceTypes`))).toEqual(each);
  });

  it.each([
    ['/Users/nobody', '404', undefined],
    ['/Users?filter=nonsense', '400', 'invalidFilter'],
    ['/Users?cursor=forged', '400', 'invalidCursor'],
    ['/Me', '501', undefined],
  ])('reads our error at %s', async (path, status, scimType) => {
    const body = await read(path);
    const error = told(body);
    expect(error).toBeInstanceOf(Types.Error);
    expect(error).toMatchObject({ status, scimType, message: body['detail'] });
  });

  it('asks by searches and changes of its own making, and is answered', async () => {
    const search = new Messages.SearchRequest().prepare({ filter: 'emails[type eq "work"]', attributes: ['userName'] });
    const found = await acme.scim.post('/Users/.search', search);
    expect([found.status, found.body.Resources.map(({ userName }) => userName)]).toEqual([200, ['ada@x.test']]);
    const Operations = [{ op: 'replace', path: 'emails[type eq "work"].display', value: 'Work' }];
    const patch = new Messages.PatchOp({ schemas: [Messages.PatchOp.id], Operations } as never);
    const changed = await acme.scim.patch(`/Users/${ada.id}`, patch);
    expect(changed.body['emails']).toEqual([{ value: 'ada@x.test', type: 'work', primary: true, display: 'Work' }]);
  });

  it('asks in bulk, and finds in our answer what became of each', async () => {
    const request = new Messages.BulkRequest({
      schemas: [Messages.BulkRequest.id],
      Operations: [
        { method: 'POST', path: '/Groups', bulkId: 'g', data: aGroup('Of one', { id: 'bulkId:u' }) },
        { method: 'POST', path: '/Users', bulkId: 'u', data: { schemas: [USER], userName: 'bulk@x.test' } },
        { method: 'POST', path: '/Users', bulkId: 'w', data: { schemas: [USER], userName: 'ada@x.test' } },
      ],
    } as never);
    const { body } = await acme.scim.post('/Bulk', request);
    const answer = new Messages.BulkResponse(body as never);
    expect(kept(answer)).toEqual(body);
    const ids = answer.resolve();
    expect(ids.get('w')).toBe(false);
    const { members } = await read(`/Groups/${String(ids.get('g'))}`);
    expect(members).toMatchObject([{ value: ids.get('u') }]);
  });

  it.each([
    ['User', USER, Schemas.User, ['profileUrl', 'photos.value', 'groups.$ref']],
    ['Group', GROUP, Schemas.Group, ['displayName', 'members.$ref', 'members.display']],
    ['EnterpriseUser', ENTERPRISE, Schemas.EnterpriseUser, ['manager.$ref']],
  ] as const)('describes the attributes of a %s as we do, but for a few', async (_, urn, { definition }, few) => {
    const ours = characteristicsOf((await read(`/Schemas/${urn}`)) as unknown as DescribedSchema);
    const theirs = characteristicsOf(kept(definition.describe()) as DescribedSchema);
    expect([...ours.keys()].filter((path) => ours.get(path) !== theirs.get(path))).toEqual(few);
    expect([...theirs.keys()].filter((path) => !ours.has(path))).toEqual(urn === USER ? ['password'] : []);
  });

  it('would have references in any case, names of groups twice, and the display of members from the client', () => {
    const user = characteristicsOf(kept(Schemas.User.definition.describe()) as DescribedSchema);
    const group = characteristicsOf(kept(Schemas.Group.definition.describe()) as DescribedSchema);
    expect([user.get('profileUrl'), group.get('displayName'), group.get('members.display')]).toEqual([
      'reference readWrite default none',
      'string required readWrite default none',
      'string immutable default none',
    ]);
  });
});
