import { ScimError } from '../errors/scim-error.js';
import { isComplex } from '../filter/is-complex.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { prefixWithin } from './change-at.js';
import type { ScimComplex } from './resource.js';
import { isList } from './same-value.js';

/**
 * Sees that a resource of that type has its required attributes and extensions, as far as a client writes them (RFC 7643
 * §7; §6 for extensions).
 * @throws ScimError `invalidValue` naming the first one that is missing
 */
export function checkRequired(attributes: ScimComplex, type: ResourceType): void {
  checkObject(attributes, type.schema.attributes, '');
  for (const { schema, required } of type.extensions) {
    const extension = attributes[schema.id];
    if (required && extension === undefined) throw ScimError.invalidValue(`The extension ${schema.id} is required.`);
    if (isComplex(extension)) checkObject(extension, schema.attributes, `${schema.id}:`);
  }
}

function checkObject(object: ScimComplex, attributes: readonly Attribute[], prefix: string): void {
  for (const attribute of attributes) {
    const name = prefix + attribute.name;
    const value = object[attribute.name];
    if (value === undefined && attribute.required && attribute.mutability !== 'readOnly') {
      throw ScimError.invalidValue(`${name} is required.`);
    }
    for (const part of isList(value) ? value : [value]) {
      if (isComplex(part)) checkObject(part, attribute.subAttributes ?? [], prefixWithin(attribute, name));
    }
  }
}
