import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schema/attribute.js';
import type { Change } from './change.js';
import { isExtension } from './change-at.js';

/**
 * The change by which an attribute loses its value, and an extension all that a client may write of it.
 * @throws ScimError of the given kind for a required attribute
 */
export function toUnassigned(
  attribute: Attribute,
  name: string,
  refusal: 'invalidValue' | 'mutability' = 'invalidValue',
): Change {
  if (attribute.required) throw ScimError[refusal](`${name} is required and must not be empty.`);
  if (!isExtension(attribute)) return { kind: 'value', attribute, value: undefined };
  const writable = (attribute.subAttributes ?? []).filter(({ mutability }) => mutability !== 'readOnly');
  const changes = writable.map((inner) => [inner.name, toUnassigned(inner, `${name}:${inner.name}`, refusal)] as const);
  return { kind: 'within', attribute, changes: new Map(changes) };
}
