import type { NoteLeniency } from '../dialects/leniency.js';
import { isPassword } from '../dialects/password.js';
import { noteUnknown } from '../dialects/unknown.js';
import { ScimError } from '../errors/scim-error.js';
import type { AttributePath, AttributeTarget } from '../filter/filter.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import { findAttribute, findWithin } from '../schema/find-attribute.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { toAttributePath } from './attribute-path.js';
import type { Change, Changes } from './change.js';
import { changeAt, prefixWithin } from './change-at.js';
import type { JsonObject } from './json-object.js';
import { readChange } from './read-change.js';

/**
 * What an object with a resource's attributes says: the body of a POST or PUT, or the value of a PATCH operation without
 * a path. Its keys are names in any case, dotted (`name.givenName`), qualified by a URN, or URNs of extensions. What no
 * schema knows, what is read-only (RFC 7644 §3.3) and `password` is left out.
 * @param readOnly called for each read-only attribute at the top of the object
 * @throws ScimError `invalidValue` for values of another type or beyond a limit, `invalidSyntax` for an attribute that is
 *   named twice
 */
export function readChanges(
  object: JsonObject,
  type: ResourceType,
  note: NoteLeniency,
  readOnly: () => void = () => undefined,
): Changes {
  const find = (path: AttributePath) => {
    const target = findAttribute(type, path, note);
    if (!target && !isPassword(path, type, note)) noteUnknown(path, type, note);
    return target;
  };
  return collect(object, { attributes: resourceAttributes(type), prefix: '', find, readOnly, note });
}

/** What an object says about the sub-attributes of a complex attribute whose names start with `prefix`. */
export function readWithin(attribute: Attribute, object: JsonObject, prefix: string, note: NoteLeniency): Changes {
  const attributes = attribute.subAttributes ?? [];
  const find = (path: AttributePath) => {
    const target = path.schema === undefined ? findWithin(attributes, path) : undefined;
    if (!target) note('unknown-attribute');
    return target;
  };
  return collect(object, { attributes, prefix, find, readOnly: () => undefined, note });
}

interface Scope {
  readonly attributes: readonly Attribute[];
  readonly prefix: string;
  readonly find: (path: AttributePath) => AttributeTarget | undefined;
  readonly readOnly: () => void;
  readonly note: NoteLeniency;
}

function collect(object: JsonObject, scope: Scope): Changes {
  const changes = new Map<string, Change>();
  for (const key of Object.keys(object)) {
    const read = (attribute: Attribute, prefix: string) => {
      if (attribute.mutability !== 'readOnly') return readChange(attribute, prefix, object[key], scope.note);
      scope.readOnly();
      return undefined;
    };
    const change = changeAt(scope.attributes, keysOf(key, scope), read, scope.prefix);
    if (change) addChange(changes, change, scope.prefix);
  }
  return changes;
}

function keysOf(key: string, { attributes, find, note }: Scope): readonly string[] {
  const plain = canonicalAttribute(attributes, key);
  if (plain) {
    if (plain.name !== key) note('attribute-case');
    return [plain.name];
  }
  const path = toAttributePath(key);
  const target = find(path);
  if (!target) return [];
  if (path.schema !== undefined || path.sub !== undefined) note('path-less-dotted-key');
  return target.keys;
}

/** Two keys may speak of parts of one attribute, but not of the same part: which of them holds would be chance. */
function addChange(changes: Map<string, Change>, change: Change, prefix: string): void {
  const { name } = change.attribute;
  const known = changes.get(name);
  if (!known) {
    changes.set(name, change);
  } else if (known.kind === change.kind && 'changes' in known && 'changes' in change) {
    const merged = new Map(known.changes);
    for (const inner of change.changes.values())
      addChange(merged, inner, prefixWithin(change.attribute, prefix + name));
    changes.set(name, { ...known, changes: merged });
  } else {
    throw ScimError.invalidSyntax(`The body names ${prefix}${name} twice.`);
  }
}
