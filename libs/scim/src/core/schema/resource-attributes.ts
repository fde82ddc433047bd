import type { Attribute, ResourceType, Schema } from './attribute.js';
import { COMMON_ATTRIBUTES } from './common-attributes.js';
import { complex } from './define-attribute.js';

const known = new WeakMap<ResourceType, readonly Attribute[]>();

/**
 * Everything that can stand at the top of such a resource: the common attributes, those of its schema, and each
 * extension as a complex attribute named by its URN (RFC 7643 §3.3). The same array for the same type.
 */
export function resourceAttributes(type: ResourceType): readonly Attribute[] {
  const attributes = known.get(type) ?? [
    ...COMMON_ATTRIBUTES,
    // RFC 7643 §3.1: the common attributes take precedence over a schema that lists them too.
    ...type.schema.attributes.filter(({ name }) => !COMMON_ATTRIBUTES.some((common) => common.name === name)),
    ...type.extensions.map(({ schema }) => toContainer(schema)),
  ];
  known.set(type, attributes);
  return attributes;
}

const toContainer = ({ id, description, attributes }: Schema): Attribute => complex(id, description, attributes);
