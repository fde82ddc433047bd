import type { NoteLeniency } from '../dialects/leniency.js';
import { toOne } from '../dialects/one-or-many.js';
import { fromScim1Patch } from '../dialects/scim-1-members.js';
import { ScimError } from '../errors/scim-error.js';
import { findPlace } from '../patch/find-place.js';
import type { PatchOperation } from '../patch/patch-operation.js';
import { readOperations, type SentOperation } from '../patch/read-operations.js';
import { toPatchOperation } from '../patch/read-patch.js';
import { isJsonObject } from '../resource/json-object.js';
import type { ResourceType } from '../schema/attribute.js';
import { foldMembership, type MembershipOperation } from './fold-membership.js';
import type { GroupPatch } from './group-patch.js';
import { MEMBERS, membersApart } from './members-apart.js';
import { readMembershipList, readMembershipOperation } from './read-membership-operation.js';

/** The most removals by a filter on anything but `value`: each of them looks at all members. */
export const MEMBER_FILTER_LIMIT = 10;

/**
 * The body of a PATCH on a Group (RFC 7644 §3.5.2): what it asks of the members is gathered into as few steps as
 * possible, the rest is as `readPatch` reads it.
 * @throws ScimError as `readPatch`, and as `readMembershipOperation`
 */
export function readGroupPatch(body: unknown, type: ResourceType, note: NoteLeniency): GroupPatch {
  const parts = readOperations(fromScim1Patch(body, note), note).map((operation) => readParts(operation, type, note));
  const memberships = parts.flatMap(({ membership }) => (membership ? [membership] : []));
  if (memberships.filter(({ kind }) => kind === 'remove-where').length > MEMBER_FILTER_LIMIT) {
    throw ScimError.invalidValue(`More than ${MEMBER_FILTER_LIMIT} Operations filter members: remove them by value.`);
  }
  return {
    operations: parts.flatMap(({ operation }) => (operation && operation.changes.size > 0 ? [operation] : [])),
    members: foldMembership(memberships),
  };
}

/** One operation may say something of both. */
interface Parts {
  readonly membership?: MembershipOperation;
  readonly operation?: PatchOperation;
}

function readParts(operation: SentOperation, type: ResourceType, note: NoteLeniency): Parts {
  if (operation.path === undefined) return readWhole(operation, type, note);
  const place = findPlace(operation.path, type, note);
  if (!place) return {};
  if (place.target.keys[0] !== MEMBERS) return { operation: toPatchOperation(operation, type, note) };
  const membership = readMembershipOperation(operation, place, note);
  return membership ? { membership } : {};
}

function readWhole(operation: SentOperation, type: ResourceType, note: NoteLeniency): Parts {
  const object = toOne(operation.value, note);
  if (operation.verb === 'remove' || !isJsonObject(object)) {
    return { operation: toPatchOperation(operation, type, note) };
  }
  const { members, others } = membersApart(object, type, note);
  const rest = { operation: toPatchOperation({ verb: operation.verb, value: others }, type, note) };
  if (members === undefined) return rest;
  return { ...rest, membership: readMembershipList({ verb: operation.verb, value: members }, note) };
}
