import type { Attribute, Schema } from '../schema/attribute.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

/** A schema with every characteristic of every attribute (RFC 7643 §7), so that clients need no defaults. */
export const representSchema = (
  { id, name, description, attributes }: Schema,
  location: string,
): Record<string, unknown> => ({
  schemas: [SCHEMA],
  id,
  name,
  description,
  attributes: attributes.map(representAttribute),
  meta: { resourceType: 'Schema', location },
});

const representAttribute = (attribute: Attribute): Record<string, unknown> => ({
  name: attribute.name,
  type: attribute.type,
  ...(attribute.subAttributes && { subAttributes: attribute.subAttributes.map(representAttribute) }),
  multiValued: attribute.multiValued,
  description: attribute.description,
  required: attribute.required,
  ...(attribute.canonicalValues && { canonicalValues: attribute.canonicalValues }),
  ...(attribute.referenceTypes && { referenceTypes: attribute.referenceTypes }),
  caseExact: attribute.caseExact,
  mutability: attribute.mutability,
  returned: attribute.returned,
  uniqueness: attribute.uniqueness,
});
