import { fromJsonInText } from '../dialects/json-in-text.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { toMany, toOne } from '../dialects/one-or-many.js';
import { isUnassigned } from '../dialects/unassigned.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schema/attribute.js';
import { appendElements } from './append-elements.js';
import { applyChanges } from './apply-changes.js';
import { isWithoutValue } from './change.js';
import { prefixWithin } from './change-at.js';
import { isJsonObject } from './json-object.js';
import { isPrimary } from './keep-one-primary.js';
import { RESOURCE_LIMITS } from './limits.js';
import { readWithin } from './read-changes.js';
import { readSimple } from './read-simple.js';
import type { ScimValue } from './resource.js';

/**
 * The elements of a multi-valued attribute, each of them once; empty ones are left out.
 * @throws ScimError `invalidValue` for too many of them, more than one primary (RFC 7643 §2.4), and what is no element
 */
export function readElements(
  attribute: Attribute,
  name: string,
  sent: unknown,
  note: NoteLeniency,
): readonly ScimValue[] {
  const list = toMany(sent, note);
  if (list.length > RESOURCE_LIMITS.elements) {
    throw ScimError.invalidValue(`${name} has more than ${RESOURCE_LIMITS.elements} elements.`);
  }
  const elements = list
    .map((element) => readElement(attribute, name, element, note))
    .filter((one) => one !== undefined);
  if (elements.filter(isPrimary).length > 1) throw ScimError.invalidValue(`${name} has more than one primary value.`);
  return appendElements(attribute, [], elements);
}

function readElement(attribute: Attribute, name: string, sent: unknown, note: NoteLeniency): ScimValue | undefined {
  if (isUnassigned(sent)) return undefined;
  if (attribute.type !== 'complex') return readSimple(attribute, name, sent, note);
  const object = fromJsonInText(name, toOne(sent, note), note);
  if (!isJsonObject(object)) throw ScimError.invalidValue(`${name} must be a list of objects.`);
  const changes = readWithin(attribute, object, prefixWithin(attribute, name), note);
  const element = applyChanges({}, changes, 'replace', note);
  if (isWithoutValue(changes) || Object.keys(element).length === 0) return undefined;
  return element;
}
