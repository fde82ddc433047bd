import { fromJsonInText } from '../dialects/json-in-text.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { toOne } from '../dialects/one-or-many.js';
import { isUnassigned } from '../dialects/unassigned.js';
import { ScimError } from '../errors/scim-error.js';
import { checkWhere } from '../filter/check-filter.js';
import type { Change, Changes } from '../resource/change.js';
import { changeAt, prefixWithin } from '../resource/change-at.js';
import { isJsonObject } from '../resource/json-object.js';
import { readChange } from '../resource/read-change.js';
import { readWithin } from '../resource/read-changes.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { findPlace, isReadOnly, type Place } from './find-place.js';
import { toSeed } from './to-seed.js';

/**
 * What an `add` or `replace` with a path asks for (RFC 7644 §3.5.2.1, §3.5.2.3); nothing when the path is ignored.
 * @throws ScimError as `findPlace`, `invalidFilter` for what stands in the brackets, `invalidValue` for the value,
 *   `mutability` for a read-only attribute
 */
export function readPathChange(path: string, value: unknown, type: ResourceType, note: NoteLeniency): Changes {
  const place = findPlace(path, type, note);
  const change = place && toChange(place, value, type, note);
  return new Map(change && [[change.attribute.name, change]]);
}

function toChange(place: Place, value: unknown, type: ResourceType, note: NoteLeniency): Change | undefined {
  const attributes = resourceAttributes(type);
  if (isReadOnly(place)) return toReadOnlyChange(place, value, attributes, note);
  const { target, selection } = place;
  if (!selection) {
    return changeAt(attributes, target.keys, (attribute, prefix) => readChange(attribute, prefix, value, note));
  }
  return changeAt(attributes, selection.container.keys, (attribute, prefix) => {
    const within = prefixWithin(attribute, prefix + attribute.name);
    const where = checkWhere(selection.where, attribute, note);
    const changes =
      target === selection.container
        ? readElementChanges(attribute, within, value, note)
        : readPartChanges(attribute, target.attribute, within, value, note);
    if (!changes) return { kind: 'drop', attribute, where };
    const seed = toSeed(selection.where, attribute, within, note);
    return { kind: 'elements', attribute, where, ...(seed && { seed }), changes };
  });
}

/** RFC 7644 §3.5.2: what is read-only may be sent, as long as that would not change it. */
function toReadOnlyChange(
  { target, selection }: Place,
  value: unknown,
  attributes: readonly Attribute[],
  note: NoteLeniency,
): Change | undefined {
  const { keys, attribute } = target;
  // `schemas` follows from the attributes: what is added to it, or replaces it, comes with them or has no effect.
  if (keys[0] === 'schemas') {
    note('read-only-attribute');
    return undefined;
  }
  if (selection || attribute.type === 'complex') throw ScimError.mutability(`${keys.join('.')} is read-only.`);
  return changeAt(attributes, keys, (last, prefix) => {
    const change = readChange(last, prefix, value, note);
    return { kind: 'same', attribute: last, value: change?.kind === 'value' ? change.value : undefined };
  });
}

/** What an object says about the elements that match; `undefined` when it says that they go away. */
function readElementChanges(attribute: Attribute, prefix: string, sent: unknown, note: NoteLeniency) {
  const element = fromJsonInText(attribute.name, toOne(sent, note), note);
  if (isUnassigned(element)) return undefined;
  if (!isJsonObject(element)) throw ScimError.invalidValue(`An element of ${attribute.name} must be an object.`);
  return readWithin(attribute, element, prefix, note);
}

function readPartChanges(attribute: Attribute, part: Attribute, prefix: string, sent: unknown, note: NoteLeniency) {
  const change = changeAt(
    attribute.subAttributes ?? [],
    [part.name],
    (last, at) => readChange(last, at, sent, note),
    prefix,
  );
  return new Map(change && [[part.name, change]]);
}
