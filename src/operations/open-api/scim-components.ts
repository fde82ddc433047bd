import type { OpenAPIObject } from '@nestjs/swagger';
import type { Attribute, ResourceType } from '@ruleforge/scim';

type ComponentSchema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;

/** The bodies that SCIM sends and takes, as JSON Schema; Users from the same data that `/Schemas` shows. */
export function scimComponents(user: ResourceType): Readonly<Record<string, ComponentSchema>> {
  const extensions = user.extensions.map(({ schema }) => [schema.id, objectOf(schema.attributes)] as const);
  const { properties, required = [] } = objectOf(user.schema.attributes);
  return {
    ScimUser: {
      type: 'object',
      required: [...required],
      properties: {
        schemas: { type: 'array', items: text },
        id: { ...text, readOnly: true },
        externalId: text,
        ...properties,
        ...Object.fromEntries(extensions),
        meta: { type: 'object', readOnly: true },
      },
    },
    ScimUserList: {
      type: 'object',
      properties: {
        schemas: { type: 'array', items: text },
        totalResults: whole,
        startIndex: whole,
        itemsPerPage: whole,
        Resources: { type: 'array', items: { $ref: '#/components/schemas/ScimUser' } },
      },
    },
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
