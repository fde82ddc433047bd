import type { Attribute } from '../schema/attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { USER_SCHEMA } from '../schema/user-schema.js';
import { representResourceType } from './represent-resource-type.js';
import { representSchema } from './represent-schema.js';
import { representServiceProviderConfig } from './represent-service-provider-config.js';

describe('representSchema', () => {
  const CHARACTERISTICS = [
    'multiValued',
    'description',
    'required',
    'caseExact',
    'mutability',
    'returned',
    'uniqueness',
  ];

  it.each([USER_SCHEMA, ENTERPRISE_USER_SCHEMA])(
    'states every characteristic of every attribute of $name',
    (schema) => {
      const document = representSchema(schema, 'https://x.test/Schemas/1') as unknown as { attributes: Attribute[] };
      const attributes = document.attributes.flatMap((attribute) => [attribute, ...(attribute.subAttributes ?? [])]);
      expect(document.attributes).toEqual(schema.attributes);
      for (const attribute of attributes) {
        expect(Object.keys(attribute)).toEqual(expect.arrayContaining(['name', 'type', ...CHARACTERISTICS]));
        expect(attribute.type === 'complex').toBe(attribute.subAttributes !== undefined);
        expect(attribute.type === 'reference').toBe(attribute.referenceTypes !== undefined);
        expect(Object.values(attribute)).not.toContain(undefined);
      }
    },
  );

  it('is a resource of its own kind', () =>
    expect(representSchema(USER_SCHEMA, 'https://x.test/Schemas/1')).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
      id: USER_SCHEMA.id,
      meta: { resourceType: 'Schema', location: 'https://x.test/Schemas/1' },
    }));
});

describe('representResourceType', () => {
  it('says where resources are and what they are made of', () =>
    expect(
      representResourceType(userResourceType([ENTERPRISE_USER_SCHEMA]), 'https://x.test/ResourceTypes/User'),
    ).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: 'User Account',
      schema: USER_SCHEMA.id,
      schemaExtensions: [{ schema: ENTERPRISE_USER_SCHEMA.id, required: false }],
      meta: { resourceType: 'ResourceType', location: 'https://x.test/ResourceTypes/User' },
    }));
});

describe('representServiceProviderConfig', () => {
  const config = representServiceProviderConfig(
    { defaultPageSize: 100, maxPageSize: 1000, maxOperations: 7, maxPayloadSize: 4096, cursorTimeout: 3600 },
    'https://x.test/Config',
  );

  it('has every member that RFC 7643 §5 asks for', () =>
    expect(config).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 7, maxPayloadSize: 4096 },
      filter: { supported: true, maxResults: 1000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      authenticationSchemes: ['oauthbearertoken', 'oauth2'].map((type) => ({
        type,
        name: expect.any(String),
        description: expect.any(String),
      })),
    }));

  it('pages by index, and by cursor for those who ask', () =>
    expect(config['pagination']).toEqual({
      index: true,
      cursor: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 100,
      maxPageSize: 1000,
      cursorTimeout: 3600,
    }));

  it('leaves out what it was not given', () => expect(config).not.toHaveProperty('documentationUri'));
});
