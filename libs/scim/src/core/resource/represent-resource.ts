import type { ResourceType } from '../schema/attribute.js';
import { locationOf } from './location.js';
import { defaultProjection, type Projection } from './projection.js';
import { representGroupsOfUser } from './represent-reference.js';
import type { ScimResource } from './resource.js';
import { versionOf } from './version.js';

/**
 * A resource as it goes over the wire: `schemas` with the extensions it has attributes of (RFC 7643 §3.3), its attributes,
 * and `meta` (§3.1), as far as the projection has them.
 */
export function representResource(
  { id, revision, created, lastModified, attributes }: ScimResource,
  type: ResourceType,
  baseUrl: string,
  projection: Projection = defaultProjection(type),
): Record<string, unknown> {
  const extensions = type.extensions.filter(({ schema }) => attributes[schema.id] !== undefined);
  const resource: Record<string, unknown> = {
    schemas: [type.schema.id, ...extensions.map(({ schema }) => schema.id)],
    id,
    ...attributes,
    meta: {
      resourceType: type.name,
      created: created.toISOString(),
      lastModified: lastModified.toISOString(),
      location: locationOf(baseUrl, type, id),
      version: versionOf({ revision }),
    },
  };
  if (attributes['groups'] !== undefined) resource['groups'] = representGroupsOfUser(attributes['groups'], baseUrl);
  return projection === 'all' ? resource : selectMembers(resource, projection);
}

/** What is kept of a value; `undefined` when nothing is: neither an empty object nor an empty list is sent. */
export function select(value: unknown, projection: Projection): unknown {
  if (projection === 'all') return value;
  if (Array.isArray(value)) {
    const elements = value.map((element) => select(element, projection)).filter((element) => element !== undefined);
    return elements.length > 0 ? elements : undefined;
  }
  const members = selectMembers(value as object, projection);
  return Object.keys(members).length > 0 ? members : undefined;
}

function selectMembers(object: object, projection: Exclude<Projection, 'all'>): Record<string, unknown> {
  const selected: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    const kept = projection.get(name);
    const part = kept && select(value, kept);
    if (part !== undefined) selected[name] = part;
  }
  return selected;
}
