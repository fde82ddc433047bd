import type { AttributePath } from '../filter/filter.js';
import type { ResourceType } from '../schema/attribute.js';
import type { NoteLeniency } from './leniency.js';

/**
 * Notes a name that no schema has and that is passed over: Okta and Entra ID send whatever their mappings name, and one
 * refused attribute would cost the person.
 * https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/539 · https://github.com/kortix-ai/suna/pull/7302
 */
export function noteUnknown({ schema, name }: AttributePath, type: ResourceType, note: NoteLeniency): void {
  const known = [type.schema, ...type.extensions.map((extension) => extension.schema)].map(({ id }) =>
    id.toLowerCase(),
  );
  const isKnown = schema === undefined || known.includes(schema.toLowerCase());
  note(isKnown || known.includes(`${schema}:${name}`.toLowerCase()) ? 'unknown-attribute' : 'unknown-schema');
}
