import type { OpenAPIObject } from '@nestjs/swagger';
import type { Attribute, ResourceType } from '@ruleforge/scim';

type ComponentSchema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;

/** The bodies that SCIM sends and takes, as JSON Schema; resources from the same data that `/Schemas` shows. */
export function scimComponents(types: readonly ResourceType[]): Readonly<Record<string, ComponentSchema>> {
  return {
    ...Object.fromEntries(types.map((type) => [`Scim${type.name}`, resourceSchema(type)])),
    ...Object.fromEntries(types.map(({ name }) => [`Scim${name}List`, listSchema(`Scim${name}`)])),
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
    ScimError: {
      type: 'object',
      required: ['schemas', 'status'],
      properties: { schemas: { type: 'array', items: text }, status: text, scimType: text, detail: text },
    },
  };
}

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

const listSchema = (resource: string): ComponentSchema => ({
  type: 'object',
  properties: {
    schemas: { type: 'array', items: text },
    totalResults: whole,
    startIndex: whole,
    itemsPerPage: whole,
    Resources: { type: 'array', items: { $ref: `#/components/schemas/${resource}` } },
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
