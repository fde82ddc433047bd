import type { Attribute } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import type { Change } from './change.js';

/**
 * Puts what `read` makes of the attribute at the end of `keys` inside changes of those on the way to it; a multi-valued one
 * on the way means all of its elements. `prefix` is what stands before the attributes' names in their full names.
 */
export function changeAt(
  attributes: readonly Attribute[],
  keys: readonly string[],
  read: (attribute: Attribute, prefix: string) => Change | undefined,
  prefix = '',
): Change | undefined {
  const [key, ...deeper] = keys;
  const attribute = key === undefined ? undefined : canonicalAttribute(attributes, key);
  if (!attribute || deeper.length === 0) return attribute && read(attribute, prefix);
  const inner = changeAt(attribute.subAttributes ?? [], deeper, read, prefixWithin(attribute, prefix + attribute.name));
  if (!inner) return undefined;
  const changes = new Map([[inner.attribute.name, inner]]);
  return { kind: attribute.multiValued ? 'elements' : 'within', attribute, changes };
}

/** Whether this stands for an extension's object: no attribute's own name has a colon (RFC 7643 §2.1). */
export const isExtension = ({ name }: Attribute): boolean => name.includes(':');

/** What stands before the names of sub-attributes: a colon follows an extension's URN, a dot any name (RFC 7644 §3.10). */
export const prefixWithin = (attribute: Attribute, fullName: string): string =>
  fullName + (isExtension(attribute) ? ':' : '.');
