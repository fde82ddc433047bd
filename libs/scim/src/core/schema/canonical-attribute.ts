import type { Attribute } from './attribute.js';

const known = new WeakMap<readonly Attribute[], ReadonlyMap<string, Attribute>>();

/**
 * The attribute of that name, written in any case (RFC 7643 §2.1). Takes any text from a client: names are looked up in
 * a Map, made once for each array of attributes.
 */
export function canonicalAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  const byName = known.get(attributes) ?? byNames(attributes);
  return byName.get(name) ?? byName.get(name.toLowerCase());
}

function byNames(attributes: readonly Attribute[]): ReadonlyMap<string, Attribute> {
  const byName = new Map(
    attributes.flatMap((attribute) => [
      [attribute.name.toLowerCase(), attribute],
      [attribute.name, attribute],
    ]),
  );
  known.set(attributes, byName);
  return byName;
}
