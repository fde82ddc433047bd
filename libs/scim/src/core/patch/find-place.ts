import { notedIn, type NoteLeniency } from '../dialects/leniency.js';
import { isPassword } from '../dialects/password.js';
import { noteUnknown } from '../dialects/unknown.js';
import { ScimError } from '../errors/scim-error.js';
import type { AttributeTarget, Filter } from '../filter/filter.js';
import { type PatchPath, parsePath } from '../filter/parse-path.js';
import type { ResourceType } from '../schema/attribute.js';
import { findAttribute, findBelow } from '../schema/find-attribute.js';

/** What the path of an operation leads to: an attribute, or what `selection` says. */
export interface Place {
  readonly target: AttributeTarget;
  /** The path has a filter: it means those elements of `container` that match, or their sub-attribute `target`. */
  readonly selection?: { readonly container: AttributeTarget; readonly where: Filter };
}

/**
 * The place that a path names in resources of that type, or `undefined` for one that is ignored: `password`, and what is
 * qualified by a URN and unknown.
 * @throws ScimError `invalidPath` for another grammar, an unknown attribute, and brackets behind an attribute that has no
 *   elements
 */
export function findPlace(text: string, type: ResourceType, note: NoteLeniency): Place | undefined {
  const parsed = parsePath(text);
  const noteHere = notedIn('path', note);
  if (isPassword(parsed.path, type, noteHere)) return undefined;
  const target = findAttribute(type, parsed.path, noteHere);
  const place = target && toPlace(target, parsed);
  if (place) return place;
  if (parsed.path.schema === undefined) {
    throw ScimError.invalidPath('The path names no attribute of this resource. /Schemas lists those that it has.');
  }
  noteUnknown(parsed.path, type, noteHere);
  return undefined;
}

/** Whether nobody but the service writes there. */
export const isReadOnly = ({ target: { attribute, container } }: Place): boolean =>
  attribute.mutability === 'readOnly' || container?.mutability === 'readOnly';

function toPlace(target: AttributeTarget, { where, sub }: PatchPath): Place | undefined {
  if (!where) return { target };
  if (target.container !== target.attribute || target.attribute.type !== 'complex') {
    throw ScimError.invalidPath('A filter in brackets can only stand behind an attribute that is a list of objects.');
  }
  const below = sub === undefined ? target : findBelow(target, { name: sub });
  return below && { target: below, selection: { container: target, where } };
}
