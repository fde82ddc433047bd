import type { OpenAPIObject } from '@nestjs/swagger';
import type { Attribute, ResourceType } from '@ruleforge/scim';

type ComponentSchema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;

/** The bodies that SCIM sends and takes, as JSON Schema; resources from the same data that `/Schemas` shows. */
export function scimComponents(types: readonly ResourceType[]): Readonly<Record<string, ComponentSchema>> {
  return {
    ...Object.fromEntries(types.map((type) => [`Scim${type.name}`, resourceSchema(type)])),
    ...Object.fromEntries(types.map(({ name }) => [`Scim${name}List`, listSchema(referenceTo(name))])),
    ScimList: listSchema({ oneOf: types.map(({ name }) => referenceTo(name)) }),
    ScimSearch: SEARCH,
    ScimPatch: {
      type: 'object',
      required: ['Operations'],
      properties: {
        schemas: { type: 'array', items: text },
        Operations: {
          type: 'array',
          items: {
            type: 'object',
            required: ['op'],
            properties: { op: { enum: ['add', 'remove', 'replace'] }, path: text, value: {} },
          },
        },
      },
    },
    ScimBulkRequest: messageOf({ failOnErrors: whole, Operations: listOf(BULK_OPERATION) }),
    ScimBulkResponse: messageOf({ Operations: listOf(BULK_RESULT) }),
    ScimError: {
      type: 'object',
      required: ['schemas', 'status'],
      properties: { schemas: { type: 'array', items: text }, status: text, scimType: text, detail: text },
    },
  };
}

const SEARCH: ComponentSchema = {
  type: 'object',
  properties: {
    schemas: { type: 'array', items: text },
    ...{ filter: text, sortBy: text, sortOrder: { enum: ['ascending', 'descending'] } },
    ...{ startIndex: whole, count: whole, cursor: text },
    attributes: { type: 'array', items: text },
    excludedAttributes: { type: 'array', items: text },
  },
};

const BULK_OPERATION: ComponentSchema = {
  type: 'object',
  required: ['method', 'path'],
  properties: {
    method: { enum: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    path: text,
    bulkId: text,
    version: text,
    data: { type: 'object' },
  },
};

const BULK_RESULT: ComponentSchema = {
  type: 'object',
  required: ['status'],
  properties: {
    location: { ...text, format: 'uri' },
    method: text,
    bulkId: text,
    version: text,
    status: text,
    response: { $ref: '#/components/schemas/ScimError' },
  },
};

const listOf = (items: ComponentSchema): ComponentSchema => ({ type: 'array', items });

const messageOf = (properties: Record<string, ComponentSchema>): ComponentSchema => ({
  type: 'object',
  required: ['Operations'],
  properties: { schemas: listOf(text), ...properties },
});

function resourceSchema({ schema, extensions }: ResourceType): ComponentSchema {
  const { properties, required = [] } = objectOf(schema.attributes);
  return {
    type: 'object',
    required: [...required],
    properties: {
      schemas: { type: 'array', items: text },
      id: { ...text, readOnly: true },
      externalId: text,
      ...properties,
      ...Object.fromEntries(
        extensions.map((extension) => [extension.schema.id, objectOf(extension.schema.attributes)]),
      ),
      meta: { type: 'object', readOnly: true },
    },
  };
}

const referenceTo = (type: string) => ({ $ref: `#/components/schemas/Scim${type}` });

const listSchema = (resource: ComponentSchema): ComponentSchema => ({
  type: 'object',
  properties: {
    schemas: { type: 'array', items: text },
    totalResults: whole,
    startIndex: whole,
    itemsPerPage: whole,
    nextCursor: text,
    Resources: { type: 'array', items: resource },
  },
});

const JSON_TYPES: Readonly<Record<Exclude<Attribute['type'], 'complex'>, object>> = {
  string: text,
  reference: { type: 'string', format: 'uri-reference' },
  binary: { type: 'string', format: 'byte' },
  dateTime: { type: 'string', format: 'date-time' },
  boolean: { type: 'boolean' },
  integer: whole,
  decimal: { type: 'number' },
};

interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Record<string, ComponentSchema>;
  readonly required?: string[];
}

function objectOf(attributes: readonly Attribute[]): ObjectSchema {
  const required = attributes.filter((attribute) => attribute.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(attributes.map((attribute) => [attribute.name, schemaOf(attribute)])),
    ...(required.length > 0 && { required }),
  };
}

function schemaOf({ type, multiValued, description, mutability, subAttributes = [] }: Attribute): ComponentSchema {
  const one: object = type === 'complex' ? objectOf(subAttributes) : JSON_TYPES[type];
  const told = { description, ...(mutability === 'readOnly' && { readOnly: true }) };
  return multiValued ? { type: 'array', items: one, ...told } : { ...one, ...told };
}
