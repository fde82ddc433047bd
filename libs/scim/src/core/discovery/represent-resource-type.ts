import type { ResourceType } from '../schema/attribute.js';

const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

/** A kind of resource, where it is served and what it is made of (RFC 7643 §6); its name is its `id`. */
export const representResourceType = (
  { name, endpoint, description, schema, extensions }: ResourceType,
  location: string,
): Record<string, unknown> => ({
  schemas: [RESOURCE_TYPE],
  id: name,
  name,
  endpoint,
  description,
  schema: schema.id,
  schemaExtensions: extensions.map((extension) => ({ schema: extension.schema.id, required: extension.required })),
  meta: { resourceType: 'ResourceType', location },
});
