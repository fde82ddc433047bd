import type { NoteLeniency } from '../dialects/leniency.js';
import { toReferenceObject } from '../dialects/manager-shape.js';
import { toOne } from '../dialects/one-or-many.js';
import { isUnassigned } from '../dialects/unassigned.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schema/attribute.js';
import type { Change } from './change.js';
import { prefixWithin } from './change-at.js';
import { isJsonObject } from './json-object.js';
import { readWithin } from './read-changes.js';
import { readElements } from './read-elements.js';
import { readSimple } from './read-simple.js';
import { toUnassigned } from './to-unassigned.js';

/**
 * What a value says about an attribute: `undefined` when it says nothing, as an object without known members does.
 * @throws ScimError `invalidValue` for another type, what is beyond a limit, and an empty required attribute
 */
export function readChange(
  attribute: Attribute,
  prefix: string,
  sent: unknown,
  note: NoteLeniency,
): Change | undefined {
  const name = prefix + attribute.name;
  if (isUnassigned(sent)) return toUnassigned(attribute, name);
  if (attribute.multiValued) {
    const value = readElements(attribute, name, sent, note);
    return value.length > 0 ? { kind: 'value', attribute, value } : undefined;
  }
  if (attribute.type !== 'complex') return { kind: 'value', attribute, value: readSimple(attribute, name, sent, note) };
  const object = toReferenceObject(attribute, toOne(sent, note), note);
  if (isUnassigned(object)) return toUnassigned(attribute, name);
  if (!isJsonObject(object)) throw ScimError.invalidValue(`${name} must be an object.`);
  const changes = readWithin(attribute, object, prefixWithin(attribute, name), note);
  return changes.size > 0 ? { kind: 'within', attribute, changes } : undefined;
}
