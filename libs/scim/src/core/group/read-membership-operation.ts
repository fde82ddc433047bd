import type { NoteLeniency } from '../dialects/leniency.js';
import { toOne } from '../dialects/one-or-many.js';
import { isUnassigned } from '../dialects/unassigned.js';
import { ScimError } from '../errors/scim-error.js';
import { checkWhere } from '../filter/check-filter.js';
import type { CheckedFilter, Filter } from '../filter/filter.js';
import type { Place } from '../patch/find-place.js';
import type { SentOperation } from '../patch/read-operations.js';
import { isJsonObject } from '../resource/json-object.js';
import type { Attribute } from '../schema/attribute.js';
import type { MembershipOperation } from './fold-membership.js';
import type { UserIds } from './group-patch.js';
import { readLeavingIds, readUserIds } from './read-user-ids.js';

/**
 * What an operation whose path leads to `members` asks for; `undefined` when that is nothing. Members come and go, by
 * their `value`; what else they have is not a client's to change.
 * @throws ScimError `invalidFilter` for what stands in the brackets, `invalidValue` as `readUserIds`, `mutability` for a
 *   part of a member, `noTarget` where a filter does not say who is to come
 */
export function readMembershipOperation(
  operation: SentOperation,
  { target, selection }: Place,
  note: NoteLeniency,
): MembershipOperation | undefined {
  const members = selection?.container.attribute ?? target.attribute;
  if (target.keys.length > 1) return readPart(operation, target.attribute, selection, members, note);
  if (!selection) return readMembershipList(operation, note);
  const where = checkWhere(selection.where, members, note);
  if (operation.verb === 'remove' || isUnassigned(operation.value)) return toRemoval(operation, where, note);
  const element = toOne(operation.value, note);
  if (!isJsonObject(element)) throw ScimError.invalidValue('An element of members must be an object.');
  const value = getOnly(where);
  return toArrival(value, readUserIds({ value, ...element }, note), note);
}

/** What an operation says by a list of members, or by none. */
export function readMembershipList({ verb, value }: SentOperation, note: NoteLeniency): MembershipOperation {
  if (verb !== 'remove') return { kind: verb, ids: readUserIds(value, note) };
  // RFC 7644 §3.5.2.2 knows no value here: without one, everybody goes.
  if (value === undefined || value === null) return { kind: 'replace', ids: new Set() };
  // Entra ID and authentik list those who go: https://github.com/thomaspoignant/scim-patch/issues/959.
  note('remove-with-value');
  return { kind: 'remove', ids: readLeavingIds(value, note) };
}

function toRemoval({ verb, value }: SentOperation, where: CheckedFilter, note: NoteLeniency): MembershipOperation {
  if (verb === 'remove' && value !== undefined && value !== null) note('remove-with-value');
  const ids = findIds(where);
  return ids ? { kind: 'remove', ids } : { kind: 'remove-where', where };
}

/** Like `emails[type eq "work"]` of a User, an element that the filter describes is made when there is none. */
function toArrival(value: string, ids: UserIds, note: NoteLeniency): MembershipOperation {
  if (!ids.has(value)) throw ScimError.mutability('The value of a member is immutable: remove it, and add the other.');
  note('created-missing-element');
  return { kind: 'add', ids };
}

function readPart(
  { verb, value }: SentOperation,
  part: Attribute,
  selection: { readonly where: Filter } | undefined,
  members: Attribute,
  note: NoteLeniency,
): MembershipOperation | undefined {
  const sent = toOne(value, note);
  if (verb !== 'remove' && typeof sent === 'string') {
    if (part.name === 'type' && sent.toLowerCase() === 'user') return undefined;
    if (part.name === 'value' && selection) {
      return toArrival(getOnly(checkWhere(selection.where, members, note)), readUserIds({ value: sent }, note), note);
    }
  }
  throw ScimError.mutability(
    `members.${part.name} cannot be changed: add and remove members by the path members, with a list of values.`,
  );
}

/** The ids that a filter names, when it does nothing else: `value eq "…"`, also several of them joined by `or`. */
function findIds(where: CheckedFilter): UserIds | undefined {
  const terms = where.kind === 'or' ? where.operands : [where];
  const ids = terms.map(findId).filter((id) => id !== undefined);
  return ids.length === terms.length ? new Set(ids) : undefined;
}

const findId = (term: CheckedFilter): string | undefined =>
  term.kind === 'compare' && term.operator === 'eq' && term.path.keys[0] === 'value' && typeof term.value === 'string'
    ? term.value
    : undefined;

function getOnly(where: CheckedFilter): string {
  const [id, another] = findIds(where) ?? [];
  if (id !== undefined && another === undefined) return id;
  throw ScimError.noTarget('The filter does not say which User is to become a member: name the value alone.');
}
