import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { toAttributePath } from './attribute-path.js';
import { isExtension } from './change-at.js';

/** What of a resource is returned: all of it, or these attributes, each with what is kept of it. */
export type Projection = 'all' | ReadonlyMap<string, Projection>;

/** The most names that `attributes` or `excludedAttributes` may list. */
export const PROJECTION_LIMIT = 100;

/**
 * What `attributes` or `excludedAttributes` of a request ask for (RFC 7644 §3.9); `undefined` when there is neither. Names
 * that no schema has are passed over: nothing is returned for them.
 * @throws ScimError `invalidValue` for both at once, for more than one of either, and for too many names
 */
export function readProjection(
  attributes: unknown,
  excludedAttributes: unknown,
  type: ResourceType,
  note: NoteLeniency,
): Projection | undefined {
  const wanted = readPaths('attributes', attributes, type, note);
  const unwanted = readPaths('excludedAttributes', excludedAttributes, type, note);
  if (wanted && unwanted) {
    throw ScimError.invalidValue('Give either attributes or excludedAttributes, not both.');
  }
  if (wanted) return only(resourceAttributes(type), wanted);
  return unwanted && without(resourceAttributes(type), unwanted);
}

/** What is returned when nothing else is asked for; made once for each type. */
export function defaultProjection(type: ResourceType): Projection {
  const known = defaults.get(type);
  if (known) return known;
  const projection = without(resourceAttributes(type), []);
  defaults.set(type, projection);
  return projection;
}

const defaults = new WeakMap<ResourceType, Projection>();

type Paths = readonly (readonly string[])[];

function readPaths(parameter: string, names: unknown, type: ResourceType, note: NoteLeniency): Paths | undefined {
  if (names === undefined || names === '') return undefined;
  if (typeof names !== 'string') throw ScimError.invalidValue(`Give ${parameter} once, as names with commas.`);
  const list = names.split(',', PROJECTION_LIMIT + 1);
  if (list.length > PROJECTION_LIMIT) {
    throw ScimError.invalidValue(`${parameter} lists more than ${PROJECTION_LIMIT} names.`);
  }
  const targets = list.map((name) => findAttribute(type, toAttributePath(name.trim()), note));
  return targets.flatMap((target) => (target ? [target.keys] : []));
}

/** The minimum set, `returned: always`, and what is wanted. */
function only(attributes: readonly Attribute[], wanted: Paths): Projection {
  return projectionOf(attributes, (attribute) => {
    const within = pathsWithin(attribute, wanted);
    if (attribute.returned === 'always' || within.some(isWhole)) return whole(attribute);
    if (within.length === 0 && !isExtension(attribute)) return undefined;
    return only(attribute.subAttributes ?? [], within);
  });
}

/** The default set but for what is unwanted and not `returned: always`. */
function without(attributes: readonly Attribute[], unwanted: Paths): Projection {
  return projectionOf(attributes, (attribute) => {
    const within = pathsWithin(attribute, unwanted);
    if (attribute.returned === 'always') return whole(attribute);
    if (attribute.returned === 'request') return undefined;
    if (within.some(isWhole)) return isExtension(attribute) ? only(attribute.subAttributes ?? [], []) : undefined;
    return attribute.subAttributes ? without(attribute.subAttributes, within) : 'all';
  });
}

const whole = ({ subAttributes }: Attribute): Projection => (subAttributes ? without(subAttributes, []) : 'all');

function projectionOf(
  attributes: readonly Attribute[],
  keptOf: (attribute: Attribute) => Projection | undefined,
): Projection {
  const kept = new Map<string, Projection>();
  for (const attribute of attributes) {
    const projection = attribute.returned === 'never' ? undefined : keptOf(attribute);
    if (projection === 'all' || (projection && projection.size > 0)) kept.set(attribute.name, projection);
  }
  const isAll = kept.size === attributes.length && [...kept.values()].every((projection) => projection === 'all');
  return isAll ? 'all' : kept;
}

const pathsWithin = ({ name }: Attribute, paths: Paths): Paths =>
  paths.filter(([first]) => first === name).map(([, ...deeper]) => deeper);

const isWhole = (path: readonly string[]) => path.length === 0;
