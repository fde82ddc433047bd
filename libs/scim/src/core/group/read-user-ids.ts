import type { NoteLeniency } from '../dialects/leniency.js';
import { readMembers } from '../dialects/message-members.js';
import { toMany } from '../dialects/one-or-many.js';
import { isUnassigned } from '../dialects/unassigned.js';
import { ScimError } from '../errors/scim-error.js';
import { foldText } from '../filter/fold-text.js';
import { isJsonObject } from '../resource/json-object.js';
import { RESOURCE_LIMITS } from '../resource/limits.js';
import type { UserIds } from './group-patch.js';

/** The most members that one list of a request may have; a Group may have any number. */
export const MEMBER_LIST_LIMIT = 20_000;

/**
 * The Users that a list of members names, each of them once (RFC 7643 §4.2); one object may stand for a list of one. What
 * else is said of a member follows from its `value`.
 * @throws ScimError `invalidValue` for too many of them, for a member without `value`, and for a Group
 */
export const readUserIds = (sent: unknown, note: NoteLeniency): UserIds => readIds(sent, note, refuseGroup);

/** Like `readUserIds`, for those who go: a Group is in no Group, and going changes nothing. */
export const readLeavingIds = (sent: unknown, note: NoteLeniency): UserIds => readIds(sent, note, () => undefined);

type Check = (member: Readonly<Partial<Record<'type' | '$ref', unknown>>>) => void;

function readIds(sent: unknown, note: NoteLeniency, check: Check): UserIds {
  if (isUnassigned(sent)) return new Set();
  const list = toMany(sent, note);
  if (list.length > MEMBER_LIST_LIMIT) {
    throw ScimError.invalidValue(`There are more than ${MEMBER_LIST_LIMIT} members in one list: send them in parts.`);
  }
  return new Set(list.filter((member) => !isUnassigned(member)).map((member) => readId(member, note, check)));
}

function readId(member: unknown, note: NoteLeniency, check: Check): string {
  if (!isJsonObject(member)) throw ScimError.invalidValue('Each of the members must be an object with a value.');
  const { value, ...rest } = readMembers(member, ['value', 'type', '$ref'], note);
  check(rest);
  if (typeof value !== 'string' || value === '' || value.length > RESOURCE_LIMITS.text) {
    throw ScimError.invalidValue('Each of the members must have a value: the id of a User.');
  }
  return foldText(value);
}

const refuseGroup: Check = ({ type, $ref }) => {
  const isGroup = typeof type === 'string' && type.toLowerCase() === 'group';
  if (!isGroup && !(typeof $ref === 'string' && GROUP_ADDRESS.test($ref))) return;
  throw ScimError.invalidValue(
    'Nested groups are not supported: the members of a Group are Users. Assign the people of the inner group themselves.',
  );
};

/** Absolute, or relative as Keycloak (mitodl) sends them: `Users/<id>`. */
const GROUP_ADDRESS = /(?:^|\/)Groups\/[^/]+\/?$/i;
