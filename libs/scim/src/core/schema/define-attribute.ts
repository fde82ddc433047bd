import type { Attribute, AttributeType } from './attribute.js';

type Characteristics = Partial<Omit<Attribute, 'name' | 'type' | 'description'>>;

/**
 * States every characteristic of an attribute: those given, the rest by default (RFC 7643 §2.2; binary values and
 * references are case exact by §2.3.6 and §2.3.7).
 */
export const defineAttribute = (
  name: string,
  type: AttributeType,
  description: string,
  given: Characteristics = {},
): Attribute => ({
  name,
  type,
  multiValued: false,
  description,
  required: false,
  caseExact: type === 'binary' || type === 'reference',
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...given,
});

/** A string attribute; case-insensitive unless `given` says otherwise. */
export const text = (name: string, description: string, given: Characteristics = {}): Attribute =>
  defineAttribute(name, 'string', description, given);

/** One object with the given sub-attributes (RFC 7643 §2.3.8). */
export const complex = (
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  given: Characteristics = {},
): Attribute => defineAttribute(name, 'complex', description, { subAttributes, ...given });

/** A list of objects with the given sub-attributes (RFC 7643 §2.4). */
export const complexList = (
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  given: Characteristics = {},
): Attribute => complex(name, description, subAttributes, { multiValued: true, ...given });

/** A list of objects whose sub-attributes are the predefined `value`, `display`, `type` and `primary` (RFC 7643 §2.4). */
export const valueList = (
  name: string,
  description: string,
  value: Attribute,
  canonicalTypes?: readonly string[],
): Attribute =>
  complexList(name, description, [
    value,
    text('display', 'A human-readable name, primarily used for display purposes.'),
    text('type', "A label indicating the value's function.", canonicalTypes && { canonicalValues: canonicalTypes }),
    defineAttribute('primary', 'boolean', 'Whether this is the preferred value. At most one value is primary.'),
  ]);
