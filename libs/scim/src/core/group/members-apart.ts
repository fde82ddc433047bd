import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import { toAttributePath } from '../resource/attribute-path.js';
import type { JsonObject } from '../resource/json-object.js';
import type { ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';

/** The attribute that holds a Group's members. */
export const MEMBERS = 'members';

interface Parts {
  /** What stands under `members`, in whatever spelling; `undefined` when nothing does. */
  readonly members: unknown;
  readonly others: JsonObject;
}

/**
 * An object of a Group's attributes as two: its members, which may be too many to be read like the rest, and the rest.
 * @throws ScimError `invalidSyntax` when the members are named twice, `invalidValue` when only a part of them is named
 */
export function membersApart(object: JsonObject, type: ResourceType, note: NoteLeniency): Parts {
  const keys = Object.keys(object).filter((key) => namesMembers(key, type));
  const [key, another] = keys;
  if (key === undefined) return { members: undefined, others: object };
  if (another !== undefined) throw ScimError.invalidSyntax(`The body names ${MEMBERS} twice.`);
  if (key !== MEMBERS) note('attribute-case');
  return {
    members: object[key],
    others: Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)),
  };
}

function namesMembers(key: string, type: ResourceType): boolean {
  const target = findAttribute(type, toAttributePath(key));
  if (target?.keys[0] !== MEMBERS) return false;
  if (target.keys.length > 1) throw ScimError.invalidValue(`Send ${MEMBERS} as a list of objects, each with a value.`);
  return true;
}
