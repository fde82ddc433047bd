import { ResourceTypes } from '@ruleforge/scim';
import { ENTERPRISE, expectRefusal, GROUP, LIST_RESPONSE, RULEFORGE, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { type Document, ScimClient } from './support/scim-client.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const ENDPOINTS = [
  '/ServiceProviderConfig',
  '/ResourceTypes',
  '/ResourceTypes/User',
  '/ResourceTypes/Group',
  '/Schemas',
  `/Schemas/${USER}`,
  `/Schemas/${GROUP}`,
] as const;

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'];

interface DescribedAttribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly caseExact: boolean;
  readonly mutability: string;
  readonly subAttributes?: readonly DescribedAttribute[];
}

onEachAdapter((road) => {
  let acme: Organization;
  let anybody: ScimClient;
  beforeAll(async () => {
    acme = await road.anOrganization();
    anybody = new ScimClient(acme.scim.baseUrl);
  });

  it.each(ENDPOINTS)('%s is read without a token, with a bad one, and under the alias', async (path) => {
    const clients = [anybody, new ScimClient(acme.scim.baseUrl, 'bad'), new ScimClient(`${road.app.url}/scim/v2`)];
    for (const client of clients) {
      const { status, headers, body } = await client.get(path);
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/scim+json' });
      if (path.lastIndexOf('/') > 0) expect(body.meta.location).toBe(client.baseUrl + path);
    }
  });

  it.each(ENDPOINTS)('%s tells nothing of a tenant', async (path) => {
    const other = await road.anOrganization();
    const [mine, theirs] = [await anybody.get(path), await new ScimClient(other.scim.baseUrl).get(path)];
    expect(theirs.text.replaceAll(other.connectionId, acme.connectionId)).toBe(mine.text);
  });

  it.each(ENDPOINTS)('%s cannot be filtered, and ignores paging and sorting', async (path) => {
    const { body } = await anybody.get(path);
    expectRefusal(await anybody.get(`${path}?filter=id%20pr`), 403);
    const { status, body: same } = await anybody.get(`${path}?startIndex=2&count=1&sortBy=id&sortOrder=descending`);
    expect({ status, same }).toEqual({ status: 200, same: body });
  });

  it.each(ENDPOINTS)('%s cannot be written', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await acme.scim.send(method, path, method === 'DELETE' ? undefined : { name: 'mine' });
      expectRefusal(answer, 405);
      expect(answer.headers.get('allow')).toBe('GET');
    }
  });

  it('ServiceProviderConfig says what the service does', async () => {
    const { body } = await anybody.get('/ServiceProviderConfig');
    expect(body).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1_000, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 1_000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: {
        index: true,
        cursor: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 1_000,
        cursorTimeout: 3_600,
      },
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: expect.any(String),
          description: expect.any(String),
          specUri: expect.stringContaining('rfc6750'),
          primary: true,
        },
        {
          type: 'oauth2',
          name: expect.any(String),
          description: expect.any(String),
          specUri: expect.stringContaining('rfc6749'),
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: `${acme.scim.baseUrl}/ServiceProviderConfig` },
    });
  });

  it('ResourceTypes lists the User with its extensions and the Group, all made of schemas that can be read', async () => {
    const { body } = await anybody.get('/ResourceTypes');
    const user = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: expect.any(String),
      schema: USER,
      schemaExtensions: [
        { schema: ENTERPRISE, required: false },
        { schema: RULEFORGE, required: false },
      ],
      meta: { resourceType: 'ResourceType', location: `${acme.scim.baseUrl}/ResourceTypes/User` },
    };
    const group = {
      ...user,
      id: 'Group',
      name: 'Group',
      endpoint: '/Groups',
      schema: GROUP,
      schemaExtensions: [],
      meta: { resourceType: 'ResourceType', location: `${acme.scim.baseUrl}/ResourceTypes/Group` },
    };
    expect(body).toMatchObject({ schemas: [LIST_RESPONSE], totalResults: 2, startIndex: 1, Resources: [user, group] });
    expect((await anybody.get('/ResourceTypes/User')).body).toEqual(body.Resources[0]);
    expect((await anybody.get('/ResourceTypes/Group')).body).toEqual(body.Resources[1]);
    for (const urn of [USER, ENTERPRISE, RULEFORGE, GROUP]) {
      expect((await anybody.get(`/Schemas/${urn}`)).body).toMatchObject({
        schemas: [SCHEMA],
        id: urn,
        name: expect.any(String),
      });
    }
  });

  it('Schemas lists exactly the schemas that are served, attribute by attribute, and no message schema', async () => {
    const { schemas } = road.app.application.get(ResourceTypes, { strict: false });
    const { body } = await anybody.get('/Schemas');
    expect(body.totalResults).toBe(4);
    expect(body.Resources.map(({ id, attributes }) => ({ id, attributes }))).toEqual(
      schemas.map(({ id, attributes }) => ({ id, attributes })),
    );
    for (const schema of body.Resources) {
      expect((await anybody.get(`/Schemas/${schema.id}`)).body).toEqual(schema);
      expect(schema.id).not.toContain(':api:');
    }
  });

  it('every attribute states all of its characteristics, under a name of the grammar, at most two levels deep', async () => {
    const { body } = await anybody.get('/Schemas');
    const attributes = body.Resources.flatMap((schema) => schema['attributes'] as DescribedAttribute[]);
    for (const attribute of attributes.flatMap((each) => [each, ...(each.subAttributes ?? [])])) {
      expect(attribute.name).toMatch(/^[A-Za-z$][\w$-]*$/);
      for (const name of [
        'type',
        'multiValued',
        'description',
        'required',
        'caseExact',
        'mutability',
        'returned',
        'uniqueness',
      ]) {
        expect(attribute).toHaveProperty(name);
      }
      expect(TYPES).toContain(attribute.type);
      expect(attribute.subAttributes !== undefined).toBe(attribute.type === 'complex');
    }
    for (const { subAttributes = [] } of attributes) {
      for (const inner of subAttributes) expect(inner.type).not.toBe('complex');
    }
  });

  it('has no extension that redefines a core attribute', async () => {
    const namesOf = async (urn: string) => {
      const { body } = await anybody.get(`/Schemas/${urn}`);
      return (body['attributes'] as DescribedAttribute[]).map(({ name }) => name);
    };
    const core = [...(await namesOf(USER)), 'id', 'externalId', 'meta', 'schemas'];
    for (const urn of [ENTERPRISE, RULEFORGE]) {
      for (const name of await namesOf(urn)) expect(core).not.toContain(name);
    }
  });

  it('gives references and binary values their case, and userName its uniqueness', async () => {
    const { body } = await anybody.get(`/Schemas/${USER}`);
    const attribute = (name: string) => (body['attributes'] as DescribedAttribute[]).find((each) => each.name === name);
    expect(attribute('userName')).toMatchObject({ required: true, caseExact: false, uniqueness: 'server' });
    expect(attribute('profileUrl')).toMatchObject({ type: 'reference', caseExact: true });
    expect(attribute('groups')).toMatchObject({ mutability: 'readOnly' });
    expect(attribute('password')).toBeUndefined();
  });

  it('gives a Group a name that is required and unique, and members that are Users', async () => {
    const { body } = await anybody.get(`/Schemas/${GROUP}`);
    const [displayName, members] = body['attributes'] as DescribedAttribute[];
    expect(displayName).toMatchObject({ name: 'displayName', required: true, caseExact: false, uniqueness: 'server' });
    expect(members).toMatchObject({ name: 'members', multiValued: true, mutability: 'readWrite' });
    const [value, $ref, type, display] = members?.subAttributes ?? [];
    expect(value).toMatchObject({ name: 'value', mutability: 'immutable' });
    expect($ref).toMatchObject({ name: '$ref', mutability: 'immutable', referenceTypes: ['User'] });
    expect(type).toMatchObject({ name: 'type', mutability: 'immutable', canonicalValues: ['User'] });
    expect(display).toMatchObject({ name: 'display', mutability: 'readOnly' });
  });

  it.each(['/Schemas/urn:unknown', '/Schemas/constructor', '/ResourceTypes/Device', '/ResourceTypes/__proto__'])(
    '%s is not found',
    async (path) => expectRefusal(await anybody.get(path), 404),
  );

  it('finds schemas and types by name in any case', async () => {
    const answers = [await anybody.get(`/schemas/${USER.toUpperCase()}`), await anybody.get('/resourcetypes/user')];
    expect(answers.map(({ body }: { body: Document }) => body.id)).toEqual([USER, 'User']);
  });
});
