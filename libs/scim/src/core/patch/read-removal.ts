import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import { checkWhere } from '../filter/check-filter.js';
import type { Change, Changes } from '../resource/change.js';
import { changeAt, prefixWithin } from '../resource/change-at.js';
import { readElements } from '../resource/read-elements.js';
import { STATUS } from '../resource/status.js';
import { toUnassigned } from '../resource/to-unassigned.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { findPlace, isReadOnly, type Place } from './find-place.js';

/**
 * What a `remove` asks for (RFC 7644 §3.5.2.2); nothing when the path is ignored.
 * @throws ScimError `noTarget` without a path, `mutability` for what is required or read-only, and as `findPlace`
 */
export function readRemoval(path: string | undefined, value: unknown, type: ResourceType, note: NoteLeniency): Changes {
  if (path === undefined) throw ScimError.noTarget('A removal needs a path.');
  const place = findPlace(path, type, note);
  const change = place && toRemoval(place, value, type, note);
  return new Map(change && [[change.attribute.name, change]]);
}

function toRemoval(place: Place, value: unknown, type: ResourceType, note: NoteLeniency): Change | undefined {
  const { target, selection } = place;
  const name = target.keys.join('.');
  if (isReadOnly(place)) throw ScimError.mutability(`${name} is read-only.`);
  if (name === STATUS) throw ScimError.mutability(`${name} cannot be removed, only be true or false.`);
  const hasValue = value !== undefined && value !== null;
  if (hasValue) note('remove-with-value');
  const attributes = resourceAttributes(type);
  if (!selection) {
    return changeAt(attributes, target.keys, (attribute, prefix) =>
      hasValue && attribute.multiValued
        ? toListed(attribute, prefix, value, note)
        : toUnassigned(attribute, prefix + attribute.name, 'mutability'),
    );
  }
  return changeAt(attributes, selection.container.keys, (attribute, prefix) => {
    const where = checkWhere(selection.where, attribute, note);
    if (target === selection.container) return { kind: 'drop', attribute, where };
    const part = target.attribute;
    const within = prefixWithin(attribute, prefix + attribute.name);
    const changes = new Map([[part.name, toUnassigned(part, within + part.name, 'mutability')]]);
    return { kind: 'elements', attribute, where, changes };
  });
}

/**
 * Entra ID and authentik remove elements by listing them instead of by a filter; no element listed, none removed.
 * https://github.com/thomaspoignant/scim-patch/issues/959 · https://github.com/AzureAD/SCIMReferenceCode/issues/10
 */
function toListed(attribute: Attribute, prefix: string, value: unknown, note: NoteLeniency): Change {
  return { kind: 'without', attribute, values: readElements(attribute, prefix + attribute.name, value, note) };
}
