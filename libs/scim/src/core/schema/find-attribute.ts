import type { NoteLeniency } from '../dialects/leniency.js';
import type { AttributePath, AttributeTarget } from '../filter/filter.js';
import type { Attribute, ResourceType } from './attribute.js';
import { canonicalAttribute } from './canonical-attribute.js';
import { resourceAttributes } from './resource-attributes.js';

/**
 * What a client's path leads to in resources of that type: `name`, `name.sub`, either of them behind a schema's URN, or
 * the URN of an extension alone; names and URNs in any case (RFC 7644 §3.10). An unqualified name that only an extension
 * has is found there, and noted.
 */
export function findAttribute(
  type: ResourceType,
  path: AttributePath,
  note?: NoteLeniency,
): AttributeTarget | undefined {
  if (path.schema !== undefined) return findQualified(type, path.schema, path);
  const attributes = resourceAttributes(type);
  return canonicalAttribute(attributes, path.name) ? findWithin(attributes, path) : findInExtensions(type, path, note);
}

/** Like `findAttribute`, but among the given attributes only, and whatever schema the path names is disregarded. */
export function findWithin(
  attributes: readonly Attribute[],
  { name, sub }: Pick<AttributePath, 'name' | 'sub'>,
): AttributeTarget | undefined {
  const attribute = canonicalAttribute(attributes, name);
  if (!attribute) return undefined;
  const target = toTarget(attribute);
  return sub === undefined ? target : findBelow(target, { name: sub });
}

/** The path continued into the sub-attributes of a target. */
export function findBelow(
  target: AttributeTarget,
  path: Pick<AttributePath, 'name' | 'sub'>,
): AttributeTarget | undefined {
  const { subAttributes } = target.attribute;
  const below = subAttributes && findWithin(subAttributes, path);
  return below && joinTargets(target, below);
}

function findQualified(type: ResourceType, urn: string, path: AttributePath): AttributeTarget | undefined {
  // The longest known URN first: what follows the last colon may be the end of a URN rather than a name.
  const whole = findExtension(type, [`${urn}:${path.name}`, path.sub].filter(Boolean).join('.'));
  if (whole) return toTarget(whole);
  if (sameUrn(urn, type.schema.id)) return findWithin(resourceAttributes(type), path);
  const extension = findExtension(type, urn);
  return extension && findBelow(toTarget(extension), path);
}

const findExtension = (type: ResourceType, urn: string) =>
  type.extensions.some(({ schema }) => sameUrn(schema.id, urn))
    ? canonicalAttribute(resourceAttributes(type), urn)
    : undefined;

function findInExtensions(type: ResourceType, path: AttributePath, note?: NoteLeniency): AttributeTarget | undefined {
  const extension = type.extensions.find(({ schema }) => canonicalAttribute(schema.attributes, path.name));
  const target = extension && findQualified(type, extension.schema.id, path);
  if (target) note?.('unqualified-extension-attribute');
  return target;
}

const toTarget = (attribute: Attribute): AttributeTarget => ({
  keys: [attribute.name],
  attribute,
  ...(attribute.multiValued && { container: attribute }),
});

function joinTargets(outer: AttributeTarget, inner: AttributeTarget): AttributeTarget {
  const container = inner.container ?? outer.container;
  return { keys: [...outer.keys, ...inner.keys], attribute: inner.attribute, ...(container && { container }) };
}

const sameUrn = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
